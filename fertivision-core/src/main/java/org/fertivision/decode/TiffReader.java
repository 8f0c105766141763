package org.fertivision.decode;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.finding.Notice;
import org.fertivision.image.Frame;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Work;

/**
 * Reads TIFF: gray, RGB and palette of 1 to 16 bits and floats of 32, in strips or tiles, plain or packed, one page or
 * many. Samples of fewer than 8 bits are spread over 0 to 255, of 9 to 15 over 0 to 65535.
 */
final class TiffReader {
    private final List<Notice> notices = new ArrayList<>();
    private final Bytes file;
    private final HeaderGuard guard;
    private final Descriptor.Channels wanted;
    private final Work work;
    private boolean transparent;

    private TiffReader(byte[] file, HeaderGuard guard, Descriptor.Channels wanted, Work work) {
        this.file = TiffHeader.read(Bytes.bigEndian(file, TiffPage.FORMAT)).bytes();
        this.guard = guard;
        this.wanted = wanted;
        this.work = work;
    }

    static Picture read(byte[] file, HeaderGuard guard, Descriptor.Channels wanted, PageRange range, Work work) {
        List<TiffPage> all = TiffPage.readAll(file, guard);
        Trailing.refuseArchive(file, Magic.TIFF);
        StackTags tags = StackTags.read(all.get(0).directory(), all.size(), guard);
        List<TiffPage> pages = range.of(all);
        TiffPage first = pages.get(0);
        for (TiffPage page : pages) {
            checkAlike(first, page);
        }
        int bytesPerSample = first.isFloat() ? 4 : first.depth() / 8;
        guard.picture(TiffPage.FORMAT, first.width(), first.height(), first.channels(), bytesPerSample, pages.size());
        TiffReader reader = new TiffReader(file, guard, wanted, work);
        List<Frame> frames = first.isFloat() ? reader.floats(pages) : reader.wholes(pages);
        if (reader.transparent) {
            reader.notices.add(Transparency.IGNORED);
        }
        TiffDirectory directory = first.directory();
        PixelSize size = tags.pixelSize();
        return new Picture(
                placed(frames, tags),
                directory.orientation(),
                size != null ? size : directory.pixelSize(),
                frames.size() > 1 ? tags.intervalS() : 0,
                reader.notices);
    }

    /** What one page after another means. */
    static PageLayout layout(byte[] file, HeaderGuard guard) {
        List<TiffPage> all = TiffPage.readAll(file, guard);
        StackTags tags = StackTags.read(all.get(0).directory(), all.size(), guard);
        return new PageLayout(all.size(), tags.meaning());
    }

    /** The frames at their times and heights. */
    private static List<Frame> placed(List<Frame> frames, StackTags tags) {
        return frames.stream()
                .map(frame -> new Frame(
                        frame.planes(), frame.index(), frame.index() * tags.intervalS(), frame.index() * tags.stepUm()))
                .toList();
    }

    private static void checkAlike(TiffPage first, TiffPage page) {
        if (page.width() != first.width()
                || page.height() != first.height()
                || page.channels() != first.channels()
                || page.depth() != first.depth()
                || page.isFloat() != first.isFloat()
                || page.directory().orientation() != first.directory().orientation()) {
            throw Refusal.unsupported("The pages of the TIFF file differ in size, depth or color; save the page to be"
                    + " looked at as a file of its own.");
        }
    }

    private List<Frame> wholes(List<TiffPage> pages) {
        List<Frame> frames = new ArrayList<>();
        for (TiffPage page : pages) {
            frames.add(
                    page.compression() == TiffCompression.JPEG
                            ? new TiffJpeg(page, file, guard, notices).read(wanted, frames.size(), work)
                            : whole(page, frames.size()));
        }
        return frames;
    }

    private Frame whole(TiffPage page, int index) {
        Canvas canvas = new Canvas(page.width(), page.height(), page.channels(), page.depth());
        TiffRows rows = TiffRows.onto(canvas, page, file.isBigEndian());
        segments(page, rows);
        transparent |= rows.isTransparent();
        return canvas.toFrame(index);
    }

    private List<Frame> floats(List<TiffPage> pages) {
        List<float[][]> values = new ArrayList<>();
        FloatScale scale = new FloatScale();
        for (TiffPage page : pages) {
            float[][] channels = new float[page.channels()][page.width() * page.height()];
            segments(page, TiffRows.into(channels, page, file.isBigEndian()));
            scale.include(channels);
            values.add(channels);
        }
        notices.add(scale.notice());
        List<Frame> frames = new ArrayList<>();
        for (float[][] channels : values) {
            frames.add(scale.toFrame(channels, pages.get(0).width(), frames.size()));
        }
        return frames;
    }

    private void segments(TiffPage page, TiffRows rows) {
        TiffLayout layout = page.layout();
        int samples = layout.isPlanar() ? 1 : page.samples();
        int rowBytes = (int) (((long) layout.segmentWidth() * samples * page.bits() + 7) / 8);
        int segmentBytes = guard.segmentBytes(rowBytes, layout.segmentHeight());
        byte[] unpacked = new byte[page.compression() == TiffCompression.NONE ? 0 : segmentBytes];
        int perPlane = layout.across() * layout.down();
        int planes =
                layout.isPlanar() ? Math.min(page.samples(), page.photometric().samples()) : 1;
        for (int i = 0; i < perPlane * planes; i++) {
            work.checkpoint();
            int plane = i / perPlane;
            int x = i % perPlane % layout.across() * layout.segmentWidth();
            int y = i % perPlane / layout.across() * layout.segmentHeight();
            int visible = Math.min(layout.segmentHeight(), page.height() - y);
            int stored = layout.isTiled() ? layout.segmentHeight() : visible;
            Bytes segment = page.segment(file, i, (long) rowBytes * stored);
            byte[] source = segment.array();
            int from = segment.index(0, 0);
            if (page.compression() != TiffCompression.NONE) {
                page.compression().unpack(segment, unpacked, rowBytes * stored);
                page.prediction().undo(unpacked, rowBytes, stored, samples, page.bits(), file.isBigEndian());
                source = unpacked;
                from = 0;
            }
            int columns = Math.min(layout.segmentWidth(), page.width() - x);
            for (int row = 0; row < visible; row++) {
                rows.take(source, from + row * rowBytes, plane, x, y + row, columns);
            }
        }
    }
}
