package org.fertivision.benchmarks;

import java.util.List;
import java.util.Locale;
import org.fertivision.phantom.Drawn;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.spi.Descriptor.Channels;

/** A kind of still that is looked at at length: one structure, or sperm with their parts; how one is drawn in which size, and how long the analysis may take after decode. */
enum Structure {
    /** Zona and ooplasm. */
    OOCYTE("oocyte", Channels.GRAY, List.of(0.16, 2.5), 12),
    /** Zona, ooplasm and pronuclei. */
    ZYGOTE("zygote", Channels.GRAY, List.of(0.16, 2.5), 12),
    /** Zona and cells. */
    EMBRYO("embryo", Channels.GRAY, List.of(0.16, 2.5), 12),
    /** Outline and zona. */
    BLASTOCYST("blastocyst", Channels.GRAY, List.of(0.16, 2.5), 12),
    /** Follicles of an ovary in ultrasound. */
    FOLLICLE("follicle", Channels.COLOR, List.of(1.0), 2.5),
    /** The endometrium in ultrasound, with what a person tells of it. */
    ENDOMETRIUM("endometrium", Channels.COLOR, List.of(1.0), 2.5),
    /** The uterine cavity. */
    HYSTEROSCOPY("hysteroscopy", Channels.COLOR, List.of(1.0), 4),
    /** The same, rich in vessels. */
    HYSTEROSCOPY_OF_VESSELS("hysteroscopy", Channels.COLOR, List.of(1.0), 4),
    /** Stained sperm with their parts. */
    STAINED_SMEAR("sperm-morphology", Channels.COLOR, List.of(1.3), 12);

    private static final double MICROSCOPE_SMALL_MS = 25;
    private static final double MICROSCOPE_LARGE_MS = 60;
    private static final double MICROSCOPE_SMALL_MEGAPIXELS = 0.2;
    private static final double MS_PER_MEGAPIXEL = 30;
    private static final double SMEAR_MS = 250;
    private static final double SPERM_PER_MEGAPIXEL = 9;
    /** Micrometers along a side of a drawn still of an embryo. */
    private static final double SIDE_UM = 200;

    private static final double BLASTOCYST_SIDE_UM = 260;
    private static final double MM_PER_PIXEL = 0.1;
    /** Percent of the disc. */
    private static final double MANY_VESSELS = 15;

    private final String word;
    private final Channels channels;
    private final List<Double> megapixels;
    private final double largest;

    Structure(String word, Channels channels, List<Double> megapixels, double largest) {
        this.word = word;
        this.channels = channels;
        this.megapixels = megapixels;
        this.largest = largest;
    }

    /** The word by which the engine knows it. */
    String word() {
        return word;
    }

    /** What it is called in what is printed. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What the kind looks at. */
    Channels channels() {
        return channels;
    }

    /** The sizes that are measured again and again. */
    List<Double> megapixels() {
        return megapixels;
    }

    /** The largest size, which is measured once; drawn ultrasound and hysteroscopy do not reach 12 megapixels. */
    double largest() {
        return largest;
    }

    /** Milliseconds that may pass after decode on a quiet machine. */
    double most(double size) {
        return switch (this) {
            case OOCYTE, ZYGOTE, EMBRYO, BLASTOCYST ->
                size <= MICROSCOPE_SMALL_MEGAPIXELS ? MICROSCOPE_SMALL_MS : MICROSCOPE_LARGE_MS;
            case FOLLICLE, ENDOMETRIUM, HYSTEROSCOPY, HYSTEROSCOPY_OF_VESSELS -> MS_PER_MEGAPIXEL * size;
            case STAINED_SMEAR -> SMEAR_MS;
        };
    }

    /** Draws one of about so many megapixels. */
    Drawn draw(double size) {
        Phantom<Drawn> phantom =
                Phantoms.of(this == STAINED_SMEAR ? "stained-smear" : word).seed(1);
        double side = Math.round(Math.sqrt(size * 1e6));
        return switch (this) {
            case OOCYTE, ZYGOTE, EMBRYO -> square(phantom, side, SIDE_UM).draw();
            case BLASTOCYST -> square(phantom, side, BLASTOCYST_SIDE_UM).draw();
            case HYSTEROSCOPY -> phantom.with("size", side).draw();
            case HYSTEROSCOPY_OF_VESSELS ->
                phantom.with("size", side).with("vessels", MANY_VESSELS).draw();
            case STAINED_SMEAR ->
                phantom.with("width", side)
                        .with("height", side)
                        .with("cells", (double) Math.round(SPERM_PER_MEGAPIXEL * size))
                        .draw();
            case FOLLICLE, ENDOMETRIUM -> {
                Drawn usual = phantom.with("mmPerPixel", MM_PER_PIXEL).draw();
                double pixels = (double) usual.frame().width() * usual.frame().height();
                yield phantom.with("mmPerPixel", MM_PER_PIXEL * Math.sqrt(pixels / (size * 1e6)))
                        .draw();
            }
        };
    }

    private static Phantom<Drawn> square(Phantom<Drawn> phantom, double side, double sideUm) {
        return phantom.with("width", side).with("height", side).with("umPerPixel", sideUm / side);
    }
}
