package org.fertivision.decode;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;

/** A gray film in the forms in which an AVI file stores it. */
final class StoredFilms {
    private final List<Plane> planes = new ArrayList<>();
    private final int framesPerSecond;

    StoredFilms(Frames film) {
        this.framesPerSecond = (int) Math.round(film.timing().orElseThrow().framesPerSecond());
        for (Optional<Frame> next = film.next(); next.isPresent(); next = film.next()) {
            planes.add(next.get().gray());
        }
    }

    /** The form that all others are compared with. */
    byte[] plain() {
        return avi("Y800", 8, 1, this::row);
    }

    /** Forms in which every gray is the same. */
    Map<String, byte[]> exact() {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        forms.put("8 bits", avi("\0\0\0\0", 8, -1, this::row));
        forms.put("24 bits", avi("\0\0\0\0", 24, -1, plane -> spread(plane, 3, 0, 1, 2)));
        forms.put("32 bits", avi("DIB ", 32, -1, plane -> spread(plane, 4, 0, 1, 2)));
        forms.put("YUY2", avi("YUY2", 16, 1, plane -> spread(plane, 2, 0)));
        forms.put("UYVY", avi("UYVY", 16, 1, plane -> spread(plane, 2, 1)));
        forms.put("I420", avi("I420", 12, 1, plane -> java.util.Arrays.copyOf(row(plane), row(plane).length * 3 / 2)));
        forms.put("PNG", avi("MPNG", 24, 1, plane -> Encoded.png(image(plane))));
        return forms;
    }

    /** The form of most cameras. */
    byte[] motionJpeg() {
        return avi("MJPG", 24, 1, plane -> JpegParts.without(Encoded.jpeg(image(plane)), 0xC4));
    }

    /** The plain form in which frames are missing. */
    byte[] without(java.util.function.IntPredicate missing) {
        AviParts avi = parts("Y800", 8, 1);
        for (int i = 0; i < planes.size(); i++) {
            avi.frame(missing.test(i) ? new byte[0] : row(planes.get(i)));
        }
        return avi.bytes();
    }

    private byte[] avi(String letters, int bits, int sign, Function<Plane, byte[]> stored) {
        AviParts avi = parts(letters, bits, sign);
        planes.forEach(plane -> avi.frame(stored.apply(plane)));
        return avi.bytes();
    }

    private AviParts parts(String letters, int bits, int sign) {
        Plane first = planes.get(0);
        return new AviParts(letters, bits, first.width(), sign * first.height())
                .rate(framesPerSecond, 1)
                .micros(1_000_000 / framesPerSecond);
    }

    private byte[] row(Plane plane) {
        return spread(plane, 1, 0);
    }

    private static byte[] spread(Plane plane, int step, int... places) {
        int[] samples = Encoded.samples(plane);
        byte[] bytes = new byte[samples.length * step];
        for (int i = 0; i < samples.length; i++) {
            for (int place : places) {
                bytes[i * step + place] = (byte) samples[i];
            }
        }
        return bytes;
    }

    private static BufferedImage image(Plane plane) {
        BufferedImage image = new BufferedImage(plane.width(), plane.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, plane.width(), plane.height(), 0, Encoded.samples(plane));
        return image;
    }
}
