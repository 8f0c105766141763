package org.fertivision.report;

import java.awt.image.BufferedImage;
import org.fertivision.image.Frame;
import org.fertivision.image.Region;

/**
 * A frame of a field for viewers, as JPEG: shrunk as a whole, or tile by tile. 8-bit samples are shown as they are, deeper
 * ones stretched evenly from the darkest to the brightest of the frame. Immutable and thread-safe.
 */
public final class FieldPicture {
    private static final float QUALITY = 0.85f;
    private static final int BITS_PER_BYTE = 8;

    private final Frame frame;
    private final FramePicture picture;
    private final TilePyramid pyramid;
    private final PictureMark mark;

    private FieldPicture(Frame frame, String words) {
        this.frame = frame;
        this.mark = new PictureMark(words);
        this.picture = FramePicture.of(frame);
        this.pyramid = new TilePyramid(frame.width(), frame.height());
    }

    /** The picture of a frame. */
    public static FieldPicture of(Frame frame) {
        return new FieldPicture(frame, "");
    }

    /**
     * The picture of a frame, with words drawn upon each piece of it that is given out.
     *
     * @param words what everybody who sees it must know
     */
    public static FieldPicture of(Frame frame, String words) {
        return new FieldPicture(frame, words);
    }

    /** How many bytes of samples it holds. */
    public long bytes() {
        return (long) frame.width()
                * frame.height()
                * frame.planes().size()
                * frame.red().bits()
                / BITS_PER_BYTE;
    }

    /** The whole frame, its longer side at most {@code maxSide} pixels; never enlarged. */
    public byte[] whole(int maxSide) {
        return jpeg(picture.whole(maxSide));
    }

    /** The whole frame, {@code width} pixels wide or as wide as it is, and its longer side at most {@code maxSide}. */
    public byte[] wide(int width, int maxSide) {
        double longer = Math.max(frame.width(), frame.height());
        return whole((int) Math.max(1, Math.min(maxSide, Math.round(longer * width / frame.width()))));
    }

    /**
     * A tile of the picture's pyramid.
     *
     * @throws IndexOutOfBoundsException if there is no such tile
     */
    public byte[] tile(int level, int column, int row) {
        Region place = pyramid.place(level, column, row);
        return jpeg(picture.part(place, Math.max(place.width(), place.height()) >> level));
    }

    private byte[] jpeg(BufferedImage piece) {
        return PictureFile.jpeg(mark.on(piece), QUALITY);
    }
}
