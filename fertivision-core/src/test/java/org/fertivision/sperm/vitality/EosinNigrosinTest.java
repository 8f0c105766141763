package org.fertivision.sperm.vitality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.fertivision.FertiVision;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EosinNigrosinTest {
    private static final int SEED = 701;

    @ParameterizedTest
    @CsvSource({
        "live, 30",
        "live, 100",
        "live, 0",
        "neck, 100",
        "snr, 8",
        "touching, 50",
        "debris, 80",
        "umPerPixel, 0.3",
        "gradient, 20"
    })
    void whiteHeadsAreLiveAndPinkOnesDead(String setting, double value) {
        Drawn drawn =
                small().with("contrastCv", 2).with(setting, value).seed(SEED).draw();

        Findings found = analyze(drawn, true);

        double cells = drawn.truth().value("cells");
        assertThat(value(found, SpermMeasures.CELLS)).isCloseTo(cells, within(0.05 * cells));
        assertThat(value(found, SpermMeasures.LIVE)).isCloseTo(drawn.truth().value("live"), within(1.5));
        assertThat(found.fields().get(0).notices()).extracting(Notice::code).contains("proven-on-drawn-pictures");
    }

    @Test
    void palePinkIsNeitherLiveNorDeadAndToldOf() {
        Drawn drawn = small().with("eosin", 35).seed(SEED).draw();

        Findings found = analyze(drawn, true);

        assertThat(value(found, SpermMeasures.DEAD)).isZero();
        assertThat(found.fields().get(0).items())
                .filteredOn(item -> item.whyExcluded()
                        .filter(why -> why.reason().equals("color-between"))
                        .isPresent())
                .hasSize((int) Math.round(0.4 * drawn.truth().value("cells")));
        assertThat(found.fields().get(0).notices()).extracting(Notice::code).contains("color-between");
    }

    @Test
    void anEmptyFieldIsZeroCells() {
        Findings found = analyze(small().with("cells", 0).seed(SEED).draw(), true);

        assertThat(value(found, SpermMeasures.CELLS)).isZero();
        assertThat(found.summary().reading(SpermMeasures.LIVE)).isInstanceOf(Reading.NotMeasured.class);
    }

    @Test
    void withoutAScaleTheShareIsTheSameAndNoMicrometerIsGiven() {
        Drawn drawn = small().seed(SEED).draw();

        Findings unknown = analyze(drawn, false);

        assertThat(value(unknown, SpermMeasures.LIVE)).isCloseTo(drawn.truth().value("live"), within(1.5));
        assertThat(unknown.fields().get(0).items())
                .allMatch(item -> item.reading(FieldMeasures.AREA).figure().isEmpty());
    }

    @Test
    void theTruthTellsTheStain() {
        assertThat(small().seed(SEED).draw().truth().told()).containsEntry("stain", "eosin-nigrosin");
    }

    /** The digest was taken before there was another stain. */
    @Test
    void fluorescenceIsReadAsItAlwaysWas() throws Exception {
        Drawn drawn = Phantoms.of("sperm-vitality")
                .with("width", 800)
                .with("height", 600)
                .with("cells", 40)
                .seed(3)
                .draw();
        StringBuilder said = new StringBuilder();
        try (FertiVision engine = FertiVision.create()) {
            Findings found = engine.analyze(Request.of("sperm-vitality")
                            .field(Source.frames(() -> Frames.of(drawn.frame())))
                            .calibration(drawn.calibration())
                            .build())
                    .orElseThrow()
                    .findings();
            for (Item item : found.fields().get(0).items()) {
                said.append(item.id()).append(item.center()).append(item.box()).append(item.labels());
                item.readings().forEach(reading -> said.append(reading.figure()));
                item.outline().corners().forEach(said::append);
            }
            found.summary().readings().forEach(reading -> said.append(reading.figure()));
        }

        byte[] bytes = said.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo("d1875de4d24917549411fc931786b2d4267579a090fa983204a6ded4ce12a6b6");
    }

    private static Phantom<Drawn> small() {
        return Phantoms.of("eosin-nigrosin")
                .with("umPerPixel", 0.2)
                .with("width", 640)
                .with("height", 512)
                .with("cells", 40);
    }

    private static Findings analyze(Drawn drawn, boolean calibrated) {
        try (FertiVision engine = FertiVision.create()) {
            Request.Builder request = Request.of("sperm-vitality")
                    .field(Source.frames(() -> Frames.of(drawn.frame())))
                    .set("stain", "eosin-nigrosin");
            if (calibrated) {
                request.calibration(drawn.calibration());
            }
            return engine.analyze(request.build()).orElseThrow().findings();
        }
    }

    private static double value(Findings found, Measure measure) {
        return found.summary().reading(measure).figure().orElseThrow();
    }
}
