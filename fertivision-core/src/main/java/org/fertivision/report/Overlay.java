package org.fertivision.report;

import java.awt.image.BufferedImage;
import org.fertivision.finding.FieldOfView;
import org.fertivision.image.Frame;

/**
 * A field as it was seen, with what was found drawn upon it: outlines in the color of their word, paths, the number of
 * each object and its size where that is in millimeters, excluded objects dashed with the letter of their reason, what a
 * person pointed at dotted; above it what it is, below it the key and, where
 * the size of a pixel is known, a bar of a round length. Drawn without fonts or a screen.
 */
public final class Overlay {
    /** The longest side of a picture that is not asked to be smaller, pixels; larger fields are shrunk to it. */
    public static final int LONGEST_SIDE = 4096;

    private Overlay() {}

    /**
     * The frame of a field in which its objects were outlined, with them, as PNG in English.
     *
     * @throws org.fertivision.spi.RejectedException if the picture cannot be read any more
     */
    public static byte[] png(Report report, int field) {
        return PictureFile.png(picture(report, field, LONGEST_SIDE, Language.ENGLISH));
    }

    /**
     * The same in a language, with words before its heading.
     *
     * @param words what everybody who sees it must know, or nothing
     * @throws org.fertivision.spi.RejectedException if the picture cannot be read any more
     */
    public static byte[] png(Report report, int field, String words, Language language) {
        Frame frame = report.pictures().frame(field, ShownFrame.of(report, field));
        String own = heading(report, field, language);
        String heading = words.isEmpty() ? own : words + "   " + own;
        return PictureFile.png(picture(report, field, LONGEST_SIDE, frame, heading, language));
    }

    /**
     * The frame of a field in which its objects were outlined, with them, its longer side at most {@code maxSide} pixels.
     *
     * @throws org.fertivision.spi.RejectedException if the picture cannot be read any more
     */
    public static BufferedImage picture(Report report, int field, int maxSide, Language language) {
        Frame frame = report.pictures().frame(field, ShownFrame.of(report, field));
        return picture(report, field, maxSide, frame, heading(report, field, language), language);
    }

    /** The PNG of a frame that is at hand. */
    static byte[] png(Report report, int field, Frame frame, Language language) {
        String heading = heading(report, field, language);
        return PictureFile.png(picture(report, field, LONGEST_SIDE, frame, heading, language));
    }

    private static BufferedImage picture(
            Report report, int field, int maxSide, Frame frame, String heading, Language language) {
        OverlayKey key = OverlayKey.of(report);
        FieldOfView view = report.findings().fields().get(field);
        OverlayDrawing drawing =
                new OverlayDrawing(FramePicture.of(frame), maxSide, key, view, Pointed.at(report, field), language);
        return drawing.framed(heading, report.inputs().get(field).calibration());
    }

    private static String heading(Report report, int field, Language language) {
        FieldOfView view = report.findings().fields().get(field);
        long counted = view.counted().count();
        long excluded = view.items().size() - counted;
        int frame = ShownFrame.of(view);
        return report.kind() + (frame > 0 ? "   " + language.say("frame {0}", frame) : "") + "   "
                + language.say(
                        "field {0} ({1} of {2})",
                        field, field + 1, report.inputs().size()) + "   "
                + language.say("{0} counted, {1} excluded", counted, excluded);
    }
}
