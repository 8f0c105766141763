package org.fertivision.decode;

import java.util.List;
import org.fertivision.finding.Notice;
import org.fertivision.image.Frame;
import org.fertivision.image.Plane;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;

/**
 * Reads a TIFF page whose strips or tiles are JPEG streams that share their tables.
 *
 * <p>Source: Adobe, TIFF technical note 2 (1995).
 */
final class TiffJpeg {
    private static final int JPEG_TABLES = 347;
    private static final int MARKER_BYTES = 2;

    /** Four tables for quantization and eight for codes, each in its longest form, take a quarter of it. */
    private static final int MOST_TABLE_BYTES = 16_384;

    /** Columns or rows of the largest unit of a JPEG stream, by which it may be larger than its strip or tile. */
    private static final int UNIT = 32;

    private final TiffPage page;
    private final Bytes file;
    private final HeaderGuard guard;
    private final List<Notice> notices;
    private final byte[] tables;

    TiffJpeg(TiffPage page, Bytes file, HeaderGuard guard, List<Notice> notices) {
        this.page = page;
        this.file = file;
        this.guard = guard;
        this.notices = notices;
        this.tables = page.directory().bytes(JPEG_TABLES, guard);
        if (tables.length > MOST_TABLE_BYTES) {
            throw Refusal.damaged("The JPEG tables of the TIFF file have " + tables.length + " bytes; all there can be"
                    + " take less than " + MOST_TABLE_BYTES + ".");
        }
    }

    Frame read(Descriptor.Channels wanted, int index, Work work) {
        boolean onlyGray = wanted == Descriptor.Channels.GRAY && channels() == JpegFile.Channels.YCBCR;
        Canvas canvas = new Canvas(page.width(), page.height(), onlyGray ? 1 : page.channels(), 8);
        TiffLayout layout = page.layout();
        int perPlane = layout.across() * layout.down();
        int planes = layout.isPlanar() ? page.photometric().samples() : 1;
        for (int i = 0; i < perPlane * planes; i++) {
            int x = i % perPlane % layout.across() * layout.segmentWidth();
            int y = i % perPlane / layout.across() * layout.segmentHeight();
            int columns = Math.min(layout.segmentWidth(), page.width() - x);
            int rows = Math.min(layout.segmentHeight(), page.height() - y);
            JpegFile jpeg = JpegFile.walk(stream(i), guard, channels());
            if (jpeg.width() >= layout.segmentWidth() + UNIT || jpeg.height() >= layout.segmentHeight() + UNIT) {
                throw Refusal.damaged("A JPEG stream within the TIFF file is larger than its strip or tile.");
            }
            if (jpeg.width() < columns || jpeg.height() < rows) {
                throw Refusal.damaged("A JPEG stream within the TIFF file is smaller than its strip or tile.");
            }
            Frame frame = JpegReader.readWithin(jpeg, wanted, notices, work);
            for (int channel = 0; channel < frame.planes().size(); channel++) {
                put(
                        canvas,
                        i / perPlane + channel,
                        x,
                        y,
                        columns,
                        rows,
                        frame.planes().get(channel));
            }
        }
        return canvas.toFrame(index);
    }

    private JpegFile.Channels channels() {
        if (page.layout().isPlanar()) {
            return JpegFile.Channels.GRAY;
        }
        return switch (page.photometric()) {
            case RGB -> JpegFile.Channels.RGB;
            case YCBCR -> JpegFile.Channels.YCBCR;
            default -> JpegFile.Channels.GRAY;
        };
    }

    /** The stream of a segment with the shared tables at its head. */
    private byte[] stream(int number) {
        Bytes segment = page.segment(file, number, 0);
        if (segment.length() < MARKER_BYTES) {
            throw Refusal.damaged("A JPEG stream within the TIFF file is empty.");
        }
        int from = segment.index(0, segment.length());
        if (tables.length < 2 * MARKER_BYTES) {
            return java.util.Arrays.copyOfRange(segment.array(), from, from + segment.length());
        }
        int head = tables.length - MARKER_BYTES;
        byte[] stream = java.util.Arrays.copyOf(tables, head + segment.length() - MARKER_BYTES);
        System.arraycopy(segment.array(), from + MARKER_BYTES, stream, head, segment.length() - MARKER_BYTES);
        return stream;
    }

    private void put(Canvas canvas, int channel, int x, int y, int columns, int rows, Plane plane) {
        boolean inverted = page.photometric() == TiffPage.Photometric.WHITE_IS_ZERO;
        byte[] row = new byte[plane.width()];
        for (int i = 0; i < rows; i++) {
            plane.rowBytes(i, row, 0);
            if (inverted) {
                for (int j = 0; j < columns; j++) {
                    row[j] = (byte) ~row[j];
                }
            }
            canvas.takeBytes(channel, x, y + i, 1, row, 0, 1, columns);
        }
    }
}
