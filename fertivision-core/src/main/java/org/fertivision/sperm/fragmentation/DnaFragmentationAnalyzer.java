package org.fertivision.sperm.fragmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.finding.Exclusion;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Notice;
import org.fertivision.finding.Quality;
import org.fertivision.finding.Reading;
import org.fertivision.finding.measures.FieldMeasures;
import org.fertivision.finding.measures.FragmentationMeasures;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.pixel.GrayMean;
import org.fertivision.pixel.GrayRange;
import org.fertivision.pixel.NoiseFloor;
import org.fertivision.pixel.Polarity;
import org.fertivision.pixel.Smoothing;
import org.fertivision.sperm.Exposure;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.fertivision.stats.Percentiles;

/**
 * Fragmented DNA of sperm by the sperm chromatin dispersion (halo) test: after the proteins were taken away, whole DNA
 * spreads into a halo around the core, fragmented DNA does not.
 *
 * <p>Source: Fernandez 2005 (as laboratories quote it; not verified against the original).
 */
public final class DnaFragmentationAnalyzer implements Analyzer {
    private static final double FIRST_SMOOTHING_PX = 1;
    private static final double SMOOTHING_OF_RADIUS = 0.08;
    private static final double MOST_SMOOTHING_OF_RADIUS = 0.2;
    /** The scatter that is left, as a share of the contrast of strong cores. */
    private static final double CALM = 0.03;

    private static final double LEAST_SMOOTHING_PX = 0.3;
    /** Edge width over core width up to which narrow halos are told from blur; chosen on drawn pictures, see ADR 40. */
    private static final double MOST_BLUR = 0.22;

    private static final int FEWEST_PIXELS = 20;

    private static final Descriptor ABOUT = Descriptor.analyzer("fertivision.sperm-dna-fragmentation", "0.1.0")
            .title("Sperm DNA fragmentation, halo test")
            .intendedUse("Share of sperm with small or no halo in the sperm chromatin dispersion test, proven on drawn"
                    + " pictures only; research and decision support, not a diagnosis.")
            .source("Fernandez 2005 (as laboratories quote it; not verified against the original)")
            .source("WHO laboratory manual for the examination and processing of human semen, 6th edition (2021)")
            .parameters(
                    HaloSettings.POLARITY,
                    HaloSettings.NOISE_FACTOR,
                    HaloSettings.MIN_AREA,
                    HaloSettings.WEAK_CORE,
                    HaloSettings.BORDERLINE)
            .measures(SpermMeasures.CELLS, FragmentationMeasures.FRAGMENTED, FragmentationMeasures.FRAGMENTED_CLEAR)
            .means(FragmentationSummary.MEANS)
            .itemMeasures(HaloItems.ALL)
            .labels(HaloItems.LABELS, HaloItems.LIMIT_LABELS)
            .build();

    @Override
    public Descriptor descriptor() {
        return ABOUT;
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        Frame frame = frames.only();
        Optional<Calibration> calibration = frames.calibration();
        Plane gray = GrayMean.of(frame);
        Optional<Polarity> polarity = HaloSettings.polarity(settings);
        int smallest = smallest(calibration, settings);
        double noiseFactor = settings.get(HaloSettings.NOISE_FACTOR);
        HaloPicture rough = HaloPicture.of(gray, polarity, FIRST_SMOOTHING_PX);
        Cores first = Cores.of(rough, noiseFactor, smallest);
        work.checkpoint();
        HaloPicture picture = HaloPicture.of(gray, polarity, smoothing(first, gray, rough.scale()));
        Cores cores = Cores.of(picture, noiseFactor, smallest);
        List<HaloedCell> cells = HaloOutlines.of(picture, cores, work);
        List<Optional<Exclusion>> verdicts = HaloGating.sort(cells, gray);
        List<Item> items = HaloItems.of(cells, verdicts, cores.strong(), calibration, settings);
        return FieldOfView.still(
                frame.width(),
                frame.height(),
                items,
                readings(picture, cores),
                quality(cells, Exposure.of(GrayRange.of(gray))),
                notices(picture, polarity),
                calibration
                        .map(known -> frame.width() * (double) frame.height() * known.pixelAreaUm2() * 1e-6)
                        .orElse(null));
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        return Findings.of(ABOUT.id().toString(), fields, FragmentationSummary.of(fields));
    }

    /** Smoothed so much that a halo's border is calm, but no more than cores can bear: sigma in pixels. */
    private static double smoothing(Cores cores, Plane gray, double scale) {
        if (cores.all().isEmpty()) {
            return FIRST_SMOOTHING_PX;
        }
        double wanted = NoiseFloor.pixelSigma(gray) * scale / (CALM * cores.strong()) * Smoothing.noiseGain(1);
        double least = Math.max(LEAST_SMOOTHING_PX, SMOOTHING_OF_RADIUS * cores.radius());
        double most = Math.max(least, MOST_SMOOTHING_OF_RADIUS * cores.radius());
        return Math.max(least, Math.min(most, wanted));
    }

    private static int smallest(Optional<Calibration> calibration, Settings settings) {
        int wanted = calibration
                .map(known -> (int) Math.ceil(settings.get(HaloSettings.MIN_AREA) / known.pixelAreaUm2()))
                .orElse(FEWEST_PIXELS);
        return Math.max(FEWEST_PIXELS / 2, wanted);
    }

    private static List<Reading> readings(HaloPicture picture, Cores cores) {
        return List.of(
                Reading.measured(FieldMeasures.NOISE, picture.noise() / picture.scale(), "below-median-of-flattened"),
                Reading.measured(
                        FieldMeasures.THRESHOLD,
                        (cores.floor() - picture.ground()) / picture.scale(),
                        "noise-floor-of-flattened"));
    }

    /** A field so blurred that its edges are as wide as the halos that matter is not to be used. */
    private static Quality quality(List<HaloedCell> cells, double exposure) {
        if (cells.isEmpty()) {
            return Exposure.quality(null, exposure);
        }
        double edge = Percentiles.median(
                cells.stream().mapToDouble(HaloedCell::edgeWidth).toArray());
        double share = Percentiles.median(cells.stream()
                .mapToDouble(cell -> cell.edgeWidth() / cell.coreWidth())
                .toArray());
        return share <= MOST_BLUR
                ? Exposure.quality(edge, exposure)
                : new Quality(
                        edge,
                        exposure,
                        false,
                        List.of(String.format(
                                Locale.ROOT,
                                "out of focus: edges are %.2f of the cores' width, above %.2f",
                                share,
                                MOST_BLUR)));
    }

    private static List<Notice> notices(HaloPicture picture, Optional<Polarity> asked) {
        List<Notice> notices = new ArrayList<>();
        if (asked.isEmpty()) {
            boolean bright = picture.polarity() == Polarity.BRIGHT;
            notices.add(new Notice(
                    "polarity",
                    "Cells were taken to be " + (bright ? "brighter" : "darker") + " than their surroundings."));
        }
        return notices;
    }
}
