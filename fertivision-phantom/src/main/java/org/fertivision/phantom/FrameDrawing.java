package org.fertivision.phantom;

import java.util.List;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.image.Point;

/** Draws single frames of a film. */
final class FrameDrawing {
    private static final int WHITE = 255;
    private static final double HALO_UM = 1;
    private static final double SIGHT_PX = 4;

    private final long seed;
    private final Choices choices;
    private final Microscope microscope;
    private final Tone tone;
    private final List<Swimmer> swimmers;
    private final MotilityPhantom.Fixtures fixtures;
    private final Stage stage;
    private final double[] lit;

    FrameDrawing(
            long seed,
            Choices choices,
            Microscope microscope,
            Tone tone,
            List<Swimmer> swimmers,
            MotilityPhantom.Fixtures fixtures) {
        this.seed = seed;
        this.choices = choices;
        this.microscope = microscope;
        this.tone = tone;
        this.swimmers = swimmers;
        this.fixtures = fixtures;
        this.stage = Stage.of(choices);
        this.lit = evenness(seed, microscope);
    }

    private static double[] evenness(long seed, Microscope microscope) {
        double direction = Chance.of(seed, "light").between(0, 2 * Math.PI);
        Illumination light = new Illumination(microscope.gradient(), direction, microscope.vignette());
        double[] lit = new double[microscope.width() * microscope.height()];
        double[] row = new double[microscope.width()];
        for (int y = 0; y < microscope.height(); y++) {
            light.row(y, microscope.width(), microscope.height(), row);
            System.arraycopy(row, 0, lit, y * microscope.width(), row.length);
        }
        return lit;
    }

    Frame frame(int index) {
        double timeS = index / choices.number("fps");
        Canvas canvas = new Canvas(
                microscope.width(), microscope.height(), microscope.optics().kernel(microscope.umPerPixel()));
        for (int i = 0; i < fixtures.onSlide().size(); i++) {
            Placed thing = fixtures.onSlide().get(i);
            Point center = thing.centerPx();
            Point drifted = stage.px(center.x() * stage.umPerPixel(), center.y() * stage.umPerPixel(), timeS);
            draw(
                    canvas,
                    new Placed(drifted, thing.angleRad(), thing.shape()),
                    fixtures.slideContrast().get(i));
        }
        for (int i = 0; i < fixtures.onCamera().size(); i++) {
            draw(canvas, fixtures.onCamera().get(i), fixtures.dustContrast().get(i));
        }
        for (Swimmer swimmer : swimmers) {
            draw(canvas, swimmer, timeS);
        }
        return new Frame(List.of(expose(canvas, index)), index, timeS, 0);
    }

    private void draw(Canvas canvas, Swimmer swimmer, double timeS) {
        Point center = swimmer.centerPx(timeS, stage);
        double reach = (swimmer.head().lengthUm() + swimmer.tail().lengthUm()) / stage.umPerPixel() + SIGHT_PX;
        if (center.x() < -reach
                || center.y() < -reach
                || center.x() > microscope.width() + reach
                || center.y() > microscope.height() + reach) {
            return;
        }
        Sperm sperm = swimmer.at(timeS, stage);
        double contrast = sperm.contrastLevels().get(0);
        double halo = choices.share("halo") * contrast;
        if (halo != 0) {
            Ellipse ring = new Ellipse(
                    sperm.head().shape().lengthUm() + 2 * HALO_UM,
                    sperm.head().shape().widthUm() + 2 * HALO_UM);
            draw(canvas, new Placed(sperm.head().centerPx(), sperm.head().angleRad(), ring), -halo);
        }
        draw(canvas, sperm.head(), contrast + halo);
        if (sperm.tail().isDrawn()) {
            Outline wave = sperm.tail()
                    .outline(sperm.neckPx(stage.umPerPixel()), sperm.head().angleRad() + Math.PI, stage.umPerPixel());
            canvas.add(Coverage.of(wave), sperm.tail().contrastShare() * contrast);
        }
    }

    private void draw(Canvas canvas, Placed thing, double contrast) {
        canvas.add(
                Coverage.of(Outline.of(thing.shape(), thing.centerPx(), thing.angleRad(), stage.umPerPixel())),
                contrast);
    }

    private Plane expose(Canvas canvas, int index) {
        Chance light = Chance.of(seed, "light " + index);
        double background =
                (tone.background() + choices.number("ramp") * index) * (1 + choices.share("flicker") * light.normal());
        Noise noise = microscope.noise(tone.contrast(), tone.background());
        Chance chance = Chance.of(seed, "noise " + index);
        float[] levels = canvas.blurred();
        byte[] samples = new byte[levels.length];
        for (int i = 0; i < levels.length; i++) {
            double level = noise.read(background * lit[i] + levels[i], chance);
            samples[i] = (byte) Math.max(0, Math.min(WHITE, (int) Math.floor(level + 0.5)));
        }
        return Plane.takeBytes(microscope.width(), microscope.height(), samples);
    }
}
