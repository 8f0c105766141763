package org.fertivision.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fertivision.finding.Item;
import org.fertivision.finding.Outline;
import org.fertivision.image.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outlines written for other programs, read back as these do. */
class OutlineFileTest {
    @TempDir
    static Path folder;

    private static final Report SAMPLE = SampleReport.of(2, 20);

    @Test
    void cocoHoldsEveryObjectWithItsOutlineBoxAndCategory() throws IOException {
        JsonPart coco = only(OutlineFile.COCO, "outlines.coco.json");
        List<String> categories = coco.each("categories", category -> category.text("name"));
        List<JsonPart> annotations = coco.each("annotations", annotation -> annotation);
        List<Item> items = items(0, 1);

        assertThat(coco.each("images", image -> image.count("id"))).containsExactly(1, 2);
        assertThat(coco.each("images", image -> image.text("file_name"))).contains("field-00.jpg");
        assertThat(categories).contains("live", "dead").anyMatch(name -> name.startsWith("excluded: "));
        assertThat(annotations).hasSameSizeAs(items);
        for (int i = 0; i < items.size(); i++) {
            JsonPart annotation = annotations.get(i);
            Item item = items.get(i);
            assertThat(annotation.count("id")).isEqualTo(i + 1);
            assertThat(annotation.part("attributes").count("item")).isEqualTo(item.id());
            assertThat(annotation.part("attributes").flag("excluded")).isEqualTo(!item.counts());
            assertThat(categories.get(annotation.count("category_id") - 1)).isEqualTo(OutlineFile.category(item));
            assertThat(polygon(annotation)).isEqualTo(item.outline());
            assertThat(annotation.part("bbox").row(4).at(2))
                    .isEqualTo(item.box().width());
        }
    }

    @Test
    void qupathGetsAFileForEachFieldWithClosedRingsAndMeasurements() throws IOException {
        List<ReportFolder.Extra> files = OutlineFile.GEOJSON.of(SAMPLE);
        assertThat(files)
                .extracting(ReportFolder.Extra::name)
                .containsExactly("outlines-0.geojson", "outlines-1.geojson");
        for (int field = 0; field < 2; field++) {
            JsonPart collection = parsed(files.get(field));
            List<JsonPart> features = collection.each("features", feature -> feature);
            List<Item> items = items(field);
            assertThat(collection.text("type")).isEqualTo("FeatureCollection");
            assertThat(features).hasSameSizeAs(items);
            for (int i = 0; i < items.size(); i++) {
                JsonPart properties = features.get(i).part("properties");
                assertThat(properties.text("objectType")).isEqualTo("detection");
                assertThat(properties.part("classification").text("name"))
                        .isEqualTo(OutlineFile.category(items.get(i)));
                assertThat(ring(features.get(i))).isEqualTo(items.get(i).outline());
                items.get(i)
                        .readings()
                        .forEach(reading -> reading.figure()
                                .ifPresent(figure -> assertThat(properties
                                                .part("measurements")
                                                .figure(reading.code() + " ("
                                                        + reading.measure()
                                                                .unit()
                                                                .ucum() + ")"))
                                        .isEqualTo(figure)));
            }
        }
    }

    @Test
    void partsFollowTheirObjectAndTailsAreLinesWhereThereAreLines() throws IOException {
        Report parted = SampleReport.parted();
        List<JsonPart> features = parsed(OutlineFile.GEOJSON.of(parted).get(0)).each("features", feature -> feature);
        JsonPart coco = parsed(OutlineFile.COCO.of(parted).get(0));
        List<String> categories = coco.each("categories", category -> category.text("name"));
        List<JsonPart> annotations = coco.each("annotations", annotation -> annotation);

        assertThat(features.subList(0, 3))
                .extracting(feature -> feature.part("properties").text("name"))
                .containsExactly("item 0", "item 0, acrosome", "item 0, tail");
        assertThat(features.get(1).part("properties").part("classification").text("name"))
                .isEqualTo("acrosome");
        assertThat(ring(features.get(1)).corners()).isEqualTo(SampleReport.ACROSOME.places());
        assertThat(features.get(2).part("geometry").text("type")).isEqualTo("LineString");
        assertThat(features.get(2)
                        .part("geometry")
                        .each("coordinates", place -> place.row(2).at(0)))
                .containsExactly(60.0, 90.0);
        assertThat(annotations.get(1).part("attributes").text("part")).isEqualTo("acrosome");
        assertThat(categories.get(annotations.get(1).count("category_id") - 1)).isEqualTo("acrosome");
        assertThat(polygon(annotations.get(1)).corners()).isEqualTo(SampleReport.ACROSOME.places());
        assertThat(annotations.get(1).part("bbox").row(4).at(2)).isEqualTo(10);
        assertThat(annotations)
                .filteredOn(a -> a.part("attributes").find("part").isPresent())
                .hasSize(1);
    }

    @Test
    void theSameReportGivesTheSameBytes() throws IOException {
        for (OutlineFile form : OutlineFile.values()) {
            List<ReportFolder.Extra> again = form.of(SampleReport.of(2, 20));
            List<ReportFolder.Extra> once = form.of(SAMPLE);
            for (int i = 0; i < once.size(); i++) {
                assertThat(bytes(once.get(i))).isEqualTo(bytes(again.get(i)));
            }
        }
    }

    @Test
    void areaIsWhatTheOutlineEncloses() {
        Outline triangle = Outline.of(List.of(new Point(1, 1), new Point(5, 1), new Point(1, 4)));

        assertThat(OutlineFile.area(triangle)).isCloseTo(6, within(1e-12));
        assertThat(OutlineFile.area(Outline.none())).isZero();
    }

    private static JsonPart only(OutlineFile form, String name) throws IOException {
        List<ReportFolder.Extra> files = form.of(SAMPLE);
        assertThat(files).extracting(ReportFolder.Extra::name).containsExactly(name);
        return parsed(files.get(0));
    }

    private static JsonPart parsed(ReportFolder.Extra file) throws IOException {
        return new JsonPart("", JsonReader.read(bytes(file), ReportJson.MAX_BYTES));
    }

    private static byte[] bytes(ReportFolder.Extra file) throws IOException {
        Path written = folder.resolve(file.name());
        file.content().write(written);
        return Files.readAllBytes(written);
    }

    private static List<Item> items(int... fields) {
        List<Item> items = new ArrayList<>();
        Arrays.stream(fields)
                .forEach(field ->
                        items.addAll(SAMPLE.findings().fields().get(field).items()));
        return items;
    }

    private static Outline polygon(JsonPart annotation) {
        List<Json.Row> rows = annotation.each("segmentation", part -> (Json.Row) part.value());
        List<Point> corners = new ArrayList<>();
        for (Json.Row row : rows) {
            for (int i = 0; i < row.size(); i += 2) {
                corners.add(new Point(row.at(i), row.at(i + 1)));
            }
        }
        return corners.isEmpty() ? Outline.none() : Outline.of(corners);
    }

    private static Outline ring(JsonPart feature) {
        JsonPart geometry = feature.part("geometry");
        if (geometry.text("type").equals("Point")) {
            return Outline.none();
        }
        List<Point> places = new ArrayList<>();
        geometry.each(
                "coordinates",
                ring -> ring.each(place ->
                        places.add(new Point(place.row(2).at(0), place.row(2).at(1)))));
        assertThat(places.get(places.size() - 1)).isEqualTo(places.get(0));
        return Outline.of(places.subList(0, places.size() - 1));
    }
}
