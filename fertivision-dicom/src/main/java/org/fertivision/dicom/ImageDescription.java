package org.fertivision.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.fertivision.finding.Notice;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of its picture before the pixels come.
 *
 * @param columns pixels across
 * @param rows pixels down
 * @param frames how many
 * @param color how samples make gray or color
 * @param form how samples lie in bytes
 * @param planar whether one channel follows the other, not one pixel the other
 * @param palette the colors behind the samples, or null where samples are their own
 * @param framesPerSecond how fast frames follow, or 0 where the file does not say it
 * @param scale how large a pixel is
 * @param notices what a reader of the report should know of the file
 * @param pixelBytes bytes of all pixels as announced, or {@link ElementStream#UNDEFINED}
 */
record ImageDescription(
        int columns,
        int rows,
        int frames,
        ColorModel color,
        SampleForm form,
        boolean planar,
        @Nullable Palette palette,
        double framesPerSecond,
        PixelScale scale,
        List<Notice> notices,
        long pixelBytes) {
    private static final int PIXELS = 0x7FE00010;
    private static final int SAMPLES = 0x00280002;
    private static final int PHOTOMETRIC = 0x00280004;
    private static final int PLANAR = 0x00280006;
    private static final int FRAMES = 0x00280008;
    private static final int ROWS = 0x00280010;
    private static final int COLUMNS = 0x00280011;
    private static final int BURNED_IN = 0x00280301;
    private static final int FRAME_TIME = 0x00181063;
    private static final int CINE_RATE = 0x00180040;

    private static final double MS_PER_SECOND = 1000;
    private static final double SLOWEST = 1e-4;
    private static final double FASTEST = 1e5;

    private static final DataSet.Wanted WANTED = wanted();

    private static DataSet.Wanted wanted() {
        Set<Integer> values = new HashSet<>(
                Set.of(SAMPLES, PHOTOMETRIC, PLANAR, FRAMES, ROWS, COLUMNS, BURNED_IN, FRAME_TIME, CINE_RATE));
        values.addAll(SampleForm.TAGS);
        values.addAll(Palette.TAGS);
        values.addAll(PixelScale.TAGS);
        values.addAll(UltrasoundRegion.TAGS);
        return new DataSet.Wanted(values, Set.of(UltrasoundRegion.REGIONS));
    }

    /**
     * Reads up to the pixels.
     *
     * @throws org.fertivision.spi.RejectedException if what it says cannot be, or is not read here
     */
    static ImageDescription read(ElementStream in, TransferSyntax syntax, Work work) throws IOException {
        DataSet.Read read = DataSet.until(PIXELS, in, syntax.isExplicit(), WANTED, work);
        DataSet header = read.found();
        int columns = (int) header.whole(COLUMNS).orElse(0);
        int rows = (int) header.whole(ROWS).orElse(0);
        if (columns == 0 || rows == 0) {
            throw Refusal.damaged("it does not say how many rows and columns the picture has.");
        }
        if (syntax.isEncapsulated() != read.end().isUndefined()) {
            throw Refusal.damaged("the length of its pixels does not go with its transfer syntax.");
        }
        ColorModel color =
                ColorModel.of(header.text(PHOTOMETRIC), header.whole(SAMPLES).orElse(1), syntax);
        SampleForm form = SampleForm.of(header);
        if (color.samples() > 1 && form.stored() != Byte.SIZE) {
            throw Refusal.unsupported("Color of " + form.stored() + " bits a channel is not read; 8 bits are.");
        }
        PixelScale scale = PixelScale.of(header, columns, rows);
        return new ImageDescription(
                columns,
                rows,
                frames(header),
                color,
                form,
                header.whole(PLANAR).orElse(0) == 1,
                color == ColorModel.PALETTE ? Palette.of(header) : null,
                rate(header),
                scale,
                notices(header, scale),
                read.end().length());
    }

    private static int frames(DataSet header) {
        List<Double> said = header.decimals(FRAMES);
        if (said.isEmpty()) {
            return 1;
        }
        double frames = said.get(0);
        if (!(frames >= 1 && frames <= Integer.MAX_VALUE)) {
            throw Refusal.damaged("its number of frames is none.");
        }
        return (int) frames;
    }

    private static double rate(DataSet header) {
        OptionalDouble time = first(header, FRAME_TIME);
        double rate = time.isPresent()
                ? MS_PER_SECOND / time.getAsDouble()
                : first(header, CINE_RATE).orElse(0);
        return rate >= SLOWEST && rate <= FASTEST ? rate : 0;
    }

    private static OptionalDouble first(DataSet header, int tag) {
        return header.decimals(tag).stream().mapToDouble(Double::doubleValue).findFirst();
    }

    private static List<Notice> notices(DataSet header, PixelScale scale) {
        List<Notice> notices = new ArrayList<>(scale.notices());
        if (header.text(BURNED_IN).equals("YES")) {
            notices.add(new Notice(
                    "burned-in-annotation",
                    "The file says that letters are burned into the picture, which may name the patient; overlays and"
                            + " reports show them."));
        }
        return notices;
    }

    /** Refuses what passes the caller's limits, before anything large is read. */
    void refuseOver(long maxPixels, int maxFrames) {
        if ((long) columns * rows > maxPixels) {
            throw Refusal.over(RejectionCode.IMAGE_TOO_LARGE, "pixels a frame", maxPixels, (long) columns * rows);
        }
        if (frames > maxFrames) {
            throw Refusal.over(RejectionCode.TOO_MANY_FRAMES, "frames", maxFrames, frames);
        }
    }

    int pixels() {
        return columns * rows;
    }

    /** Bytes of a frame when it is not compressed. */
    long frameBytes() {
        return (long) pixels() * color.samples() * form.bytes();
    }
}
