package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;

/** Draws sagittal ultrasound stills of an endometrium of known thickness: a band along an arc, in layers or even. */
final class UterusPhantom implements Recipe<Drawn> {
    private static final String KIND = "endometrium";
    private static final int OUTLINE_STEPS = 16;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(Setting.choice(Choices.PRESET, List.of("endovaginal", "abdominal"), "values that belong together"));
        all.add(Setting.number("thicknessMm", 8, "mm", 2, 25, "both layers together, without fluid"));
        all.add(Setting.choice("pattern", List.of("homogeneous", "threeLine"), "even, or bright and dark layers"));
        all.add(Setting.number("contrast", 1, "1", 0, 2, "factor on all differences in dB; the outer step is 6 at 1"));
        all.add(Setting.number("fluidMm", 0, "mm", 0, 8, "fluid between the layers"));
        all.add(Setting.number("arcMm", 60, "mm", 0, 1000, "radius of the midline, 0 for a straight one"));
        all.add(Setting.number("tiltDeg", 0, "deg", -40, 40, "turn of the midline in the middle, from the horizontal"));
        all.add(Setting.number("lengthMm", 40, "mm", 10, 100, "length of the band"));
        all.add(Setting.number("centerDepthMm", 28, "mm", 5, 180, "depth of the midline's middle"));
        all.add(Setting.number("pointErrorMm", 0, "mm", 0, 5, "how far a person's points are off, standard deviation"));
        all.addAll(Transducer.settings());
        return List.copyOf(all);
    }

    @Override
    public Map<String, String> presets() {
        return Map.of("abdominal", Transducer.ABDOMINAL + " centerDepthMm=70");
    }

    @Override
    public Drawn draw(long seed, Choices choices) {
        Transducer probe = Transducer.of(choices);
        EndometrialBand band = EndometrialBand.of(choices);
        Plane plane = Sonogram.of(probe, band, seed);
        Frame frame = Frame.gray(plane);
        return new Drawn(
                frame,
                probe.calibration(),
                new Truth(
                        KIND,
                        seed,
                        frame.width(),
                        frame.height(),
                        1,
                        probe.calibration(),
                        choices.values(),
                        List.of(),
                        List.of(
                                new TrueValue("endometrialThickness", band.thicknessMm(), "mm"),
                                new TrueValue("endometrialThicknessProfile", band.thicknessMm(), "mm"),
                                new TrueValue("endometrialArea", band.areaMm2(), "mm2")),
                        told(band, probe, choices.number("pointErrorMm"), Chance.of(seed, "person"))));
    }

    private static SortedMap<String, String> told(
            EndometrialBand band, Transducer probe, double errorMm, Chance person) {
        double outer = band.outerMm();
        double inner = band.fluidMm() / 2;
        List<Point> calipers = new ArrayList<>();
        calipers.add(band.place(0, -outer + errorMm * person.normal()));
        if (band.fluidMm() > 0) {
            calipers.add(band.place(0, -inner));
            calipers.add(band.place(0, inner));
        }
        calipers.add(band.place(0, outer + errorMm * person.normal()));
        List<Point> outline = new ArrayList<>();
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i <= OUTLINE_STEPS; i++) {
                double along = side * (0.5 - i / (double) OUTLINE_STEPS) * band.lengthMm();
                outline.add(band.place(along, side * outer));
            }
        }
        SortedMap<String, String> told = new TreeMap<>();
        told.put("calipers", pixels(calipers, probe));
        told.put("outline", pixels(outline, probe));
        return told;
    }

    private static String pixels(List<Point> places, Transducer probe) {
        return places.stream()
                .map(place -> probe.pixel(place.x(), place.y()))
                .map(pixel -> Decimal.of(pixel.x()) + "," + Decimal.of(pixel.y()))
                .collect(Collectors.joining(" "));
    }
}
