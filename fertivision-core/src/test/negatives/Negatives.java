import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fertivision.embryo.BlastocystAnalyzer;
import org.fertivision.embryo.EmbryoAnalyzer;
import org.fertivision.embryo.OocyteAnalyzer;
import org.fertivision.embryo.ZygoteAnalyzer;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Reading;
import org.fertivision.finding.Summary;
import org.fertivision.image.Frames;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Parameter;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/** Draws stills in which nothing can be measured, and counts those of which something is told all the same. */
class Negatives {
    private static final List<String> WHAT = List.of("blank", "well", "half", "two", "blur");

    /** FIRST-SEED STILLS-OF-EACH [KIND...]. */
    public static void main(String[] words) {
        long first = Long.parseLong(words[0]);
        int each = Integer.parseInt(words[1]);
        List<String> kinds = words.length > 2
                ? List.of(words).subList(2, words.length)
                : List.of("oocyte", "zygote", "embryo", "blastocyst");
        boolean clean = true;
        for (String kind : kinds) {
            int told = 0;
            for (String what : WHAT) {
                told += of(kind, what, first, each);
            }
            System.out.printf(
                    Locale.ROOT, "%s: %d of %d told something that cannot be measured%n", kind, told, each * WHAT.size());
            clean &= told == 0;
        }
        System.exit(clean ? 0 : 1);
    }

    private static int of(String kind, String what, long first, int each) {
        Analyzer analyzer = analyzer(kind);
        Settings settings = Settings.defaults(analyzer.descriptor().parameters());
        Map<String, Integer> reasons = new TreeMap<>();
        int told = 0;
        for (long seed = first; seed < first + each; seed++) {
            Drawn drawn = phantom(kind, what, seed).draw();
            FieldOfView field = analyzer.look(
                    Frames.of(drawn.frame()).calibrated(drawn.calibration()),
                    settings.only(Parameter.Use.LOOK).forField(0),
                    Work.unlimited());
            Summary summary = analyzer.summarize(List.of(field), settings).summary();
            List<String> measured = summary.readings().stream()
                    .filter(reading -> reading instanceof Reading.Measured)
                    .map(reading -> reading.measure().code())
                    .toList();
            if (!measured.isEmpty()) {
                told++;
                System.out.println("  " + kind + " " + what + " seed " + seed + ": " + measured);
            }
            summary.readings().get(0).fold(
                    m -> "measured", g -> "given", none -> reasons.merge(none.reason(), 1, Integer::sum));
        }
        System.out.println("  " + kind + " " + what + ": " + told + " of " + each + ", " + reasons);
        return told;
    }

    private static Analyzer analyzer(String kind) {
        return switch (kind) {
            case "oocyte" -> new OocyteAnalyzer();
            case "zygote" -> new ZygoteAnalyzer();
            case "embryo" -> new EmbryoAnalyzer();
            default -> new BlastocystAnalyzer();
        };
    }

    private static Phantom<Drawn> phantom(String kind, String what, long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        boolean large = kind.equals("blastocyst");
        Phantom<Drawn> phantom = Phantoms.of(kind)
                .seed(seed)
                .with("contrast", random.nextBoolean() ? "relief" : "brightField")
                .with("blurUm", 0.6 + 0.9 * random.nextDouble())
                .with("noiseLevels", 2 + 4 * random.nextDouble())
                .with("lightDeg", 360 * random.nextDouble())
                .with("gradient", 40 * random.nextDouble())
                .with("debris", random.nextInt(9))
                .with("width", large ? 540 : 400)
                .with("height", large ? 540 : 400);
        String number = kind + "s";
        return switch (what) {
            case "blank" -> phantom.with(number, 0);
            case "well" -> phantom.with(number, 0).with("well", true).with("width", 600).with("height", 600);
            case "half" -> phantom.with("offCenterUm", large ? 135 : 100);
            case "two" -> phantom.with(number, 2).with("width", large ? 960 : 760);
            default -> phantom.with("blurUm", 6);
        };
    }
}
