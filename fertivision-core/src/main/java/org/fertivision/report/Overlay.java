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
     * The frame of a field in which its objects were outlined, with them, as PNG.
     *
     * @throws org.fertivision.spi.RejectedException if the picture cannot be read any more
     */
    public static byte[] png(Report report, int field) {
        return PictureFile.png(picture(report, field, LONGEST_SIDE));
    }

    /**
     * The same, with words before its heading.
     *
     * @param words what everybody who sees it must know, or nothing
     * @throws org.fertivision.spi.RejectedException if the picture cannot be read any more
     */
    public static byte[] png(Report report, int field, String words) {
        Frame frame = report.pictures().frame(field, ShownFrame.of(report, field));
        String heading = words.isEmpty() ? heading(report, field) : words + "   " + heading(report, field);
        return PictureFile.png(picture(report, field, LONGEST_SIDE, frame, heading));
    }

    /**
     * The frame of a field in which its objects were outlined, with them, its longer side at most {@code maxSide} pixels.
     *
     * @throws org.fertivision.spi.RejectedException if the picture cannot be read any more
     */
    public static BufferedImage picture(Report report, int field, int maxSide) {
        return picture(report, field, maxSide, report.pictures().frame(field, ShownFrame.of(report, field)));
    }

    static byte[] png(Report report, int field, Frame frame) {
        return PictureFile.png(picture(report, field, LONGEST_SIDE, frame));
    }

    /** The same of a frame that is at hand. */
    static BufferedImage picture(Report report, int field, int maxSide, Frame frame) {
        return picture(report, field, maxSide, frame, heading(report, field));
    }

    private static BufferedImage picture(Report report, int field, int maxSide, Frame frame, String heading) {
        OverlayKey key = OverlayKey.of(report);
        FieldOfView view = report.findings().fields().get(field);
        OverlayDrawing drawing =
                new OverlayDrawing(FramePicture.of(frame), maxSide, key, view, Pointed.at(report.settings(), field));
        return drawing.framed(heading, report.inputs().get(field).calibration());
    }

    private static String heading(Report report, int field) {
        FieldOfView view = report.findings().fields().get(field);
        long counted = view.counted().count();
        long excluded = view.items().size() - counted;
        int frame = ShownFrame.of(view);
        return report.kind() + (frame > 0 ? "   frame " + frame : "") + "   field " + field + " (" + (field + 1)
                + " of " + report.inputs().size() + ")   " + counted + " counted, " + excluded + " excluded";
    }
}
