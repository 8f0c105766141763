import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.phantom.Films;

/**
 * Writes a long MJPEG film of a drawn specimen: a stretch of frames is drawn once and played to and fro until the film is
 * long enough. Arguments: file, width, height, cells, frames of the stretch, frames of the film.
 */
public final class LongFilm {
    private static final int FRAMES_PER_PART = 2_000;
    private static final int FPS = 50;

    private LongFilm() {}

    public static void main(String[] arguments) throws IOException {
        int width = Integer.parseInt(arguments[1]);
        int height = Integer.parseInt(arguments[2]);
        List<byte[]> stretch = draw(width, height, arguments[3], arguments[4]);
        int count = Integer.parseInt(arguments[5]);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])), 1 << 20)) {
            for (int from = 0; from < count; from += FRAMES_PER_PART) {
                List<byte[]> part = new ArrayList<>();
                for (int i = from; i < Math.min(count, from + FRAMES_PER_PART); i++) {
                    int round = i % (2 * stretch.size() - 2);
                    part.add(stretch.get(round < stretch.size() ? round : 2 * stretch.size() - 2 - round));
                }
                write(out, from == 0 ? headers(width, height, count) : new byte[0], part);
            }
        }
    }

    private static List<byte[]> draw(int width, int height, String cells, String frames) throws IOException {
        Frames film = Films.of("sperm-motility")
                .seed(95_000)
                .with("width", String.valueOf(width))
                .with("height", String.valueOf(height))
                .with("cells", cells)
                .with("fps", String.valueOf(FPS))
                .with("frames", frames)
                .draw()
                .frames();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam quality = writer.getDefaultWriteParam();
        quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        quality.setCompressionQuality(0.9f);
        List<byte[]> stretch = new ArrayList<>();
        for (Frame frame : (Iterable<Frame>) () -> java.util.stream.Stream.generate(film::next)
                .takeWhile(java.util.Optional::isPresent)
                .map(java.util.Optional::get)
                .iterator()) {
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            writer.setOutput(ImageIO.createImageOutputStream(jpeg));
            writer.write(null, new IIOImage(image(frame.gray()), null, null), quality);
            ((javax.imageio.stream.ImageOutputStream) writer.getOutput()).close();
            stretch.add(jpeg.toByteArray());
        }
        return stretch;
    }

    private static BufferedImage image(Plane plane) {
        BufferedImage image = new BufferedImage(plane.width(), plane.height(), BufferedImage.TYPE_BYTE_GRAY);
        int[] row = new int[plane.width()];
        for (int y = 0; y < plane.height(); y++) {
            plane.row(y, row);
            image.getRaster().setSamples(0, y, plane.width(), 1, 0, row);
        }
        return image;
    }

    private static void write(OutputStream out, byte[] headers, List<byte[]> part) throws IOException {
        int movie = 4;
        for (byte[] jpeg : part) {
            movie += 8 + jpeg.length + jpeg.length % 2;
        }
        out.write(little("RIFF", 4 + headers.length + 8 + movie));
        out.write(latin(headers.length > 0 ? "AVI " : "AVIX"));
        out.write(headers);
        out.write(little("LIST", movie));
        out.write(latin("movi"));
        for (byte[] jpeg : part) {
            out.write(little("00dc", jpeg.length));
            out.write(jpeg);
            out.write(new byte[jpeg.length % 2]);
        }
    }

    private static byte[] headers(int width, int height, int count) {
        ByteBuffer all = ByteBuffer.allocate(12 + 64 + 12 + 64 + 48).order(ByteOrder.LITTLE_ENDIAN);
        all.put(latin("LIST")).putInt(all.capacity() - 8).put(latin("hdrl"));
        all.put(latin("avih")).putInt(56).putInt(1_000_000 / FPS).position(12 + 64);
        all.put(latin("LIST")).putInt(4 + 64 + 48).put(latin("strl")).put(latin("strh")).putInt(56);
        int stream = all.position();
        all.put(latin("vidsMJPG")).putInt(stream + 20, 1).putInt(stream + 24, FPS).putInt(stream + 32, count);
        all.position(stream + 56);
        all.put(latin("strf")).putInt(40).putInt(40).putInt(width).putInt(height);
        all.putShort((short) 1).putShort((short) 24).put(latin("MJPG"));
        return all.array();
    }

    private static byte[] little(String name, int size) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).put(latin(name)).putInt(size).array();
    }

    private static byte[] latin(String letters) {
        return letters.getBytes(StandardCharsets.ISO_8859_1);
    }
}
