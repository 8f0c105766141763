package org.fertivision.decode;

import java.util.List;
import java.util.Locale;
import org.fertivision.spi.RejectedException;

/**
 * How a video's frames are compressed, where we do not read it.
 *
 * @param name its name for people, or empty where nobody knows it
 * @param sign what the file says, such as {@code FourCC H264}
 */
record Codec(String name, String sign) {
    private static final String H264 = "H.264 (AVC)";

    /** Endings of the files that the plug-in for H.264 reads. */
    private static final List<String> PLUGGED = List.of("mp4", "mov");

    /** Each a name and the letters that stand for it in AVI, MP4 and QuickTime files. */
    private static final List<List<String>> KNOWN = List.of(
            List.of(H264, "H264", "X264", "AVC1", "AVC3", "DAVC", "VSSH", "Q264"),
            List.of("H.265 (HEVC)", "HEVC", "HVC1", "HEV1", "H265", "X265", "HM10"),
            List.of("MPEG-4 part 2", "MP4V", "XVID", "DIVX", "DX50", "FMP4", "M4S2", "MP4S", "3IV2", "RMP4"),
            List.of("MS-MPEG-4", "MP41", "MP42", "MP43", "DIV3", "DIV4", "MPG4", "COL1", "AP41"),
            List.of("Motion JPEG in QuickTime", "MJPA", "MJPB", "MJPG", "JPEG"),
            List.of("MPEG-1 or MPEG-2", "MPG1", "MPG2", "MPEG", "M2V1", "MX5P", "HDV1"),
            List.of("DV", "DVSD", "DVHD", "DVSL", "DV25", "DV50", "DVC ", "DVCP", "DVPP"),
            List.of("Windows Media Video", "WMV1", "WMV2", "WMV3", "WVC1"),
            List.of("VP8", "VP80"),
            List.of("VP9", "VP90", "VP09"),
            List.of("AV1", "AV01"),
            List.of("Apple ProRes", "APCN", "APCH", "APCS", "APCO", "AP4H"),
            List.of("HuffYUV", "HFYU", "FFVH"),
            List.of("FFV1", "FFV1"),
            List.of("Lagarith", "LAGS"),
            List.of("Ut Video", "ULRG", "ULRA", "ULY0", "ULY2", "ULY4", "ULH0", "ULH2"),
            List.of("MagicYUV", "MAGY", "M8RG", "M8G0"),
            List.of("Cinepak", "CVID"),
            List.of("Indeo", "IV31", "IV32", "IV41", "IV50"),
            List.of("Microsoft Video 1", "MSVC", "CRAM", "WHAM"),
            List.of("H.263", "H263", "S263", "X263", "U263"),
            List.of("JPEG 2000", "MJ2C", "MJP2", "LJ2K"),
            List.of("lossless JPEG", "LJPG", "MJLS"));

    /** The codec of four letters. */
    static Codec ofFourCc(String letters) {
        String capitals = letters.toUpperCase(Locale.ROOT);
        String name = KNOWN.stream()
                .filter(row -> row.subList(1, row.size()).contains(capitals))
                .map(row -> row.get(0))
                .findFirst()
                .orElse("");
        return new Codec(name, "FourCC " + printable(letters));
    }

    /** Refuses a video with what was found, what is read, and the line that makes the one of the other. */
    static RejectedException refusal(String container, String ending, Codec codec) {
        String found = codec.name.isEmpty() ? "an unknown codec" : codec.name;
        String made = ending.equals("avi") ? "film-raw.avi" : "film.avi";
        String plugIn = codec.name.equals(H264) && PLUGGED.contains(ending)
                ? " The plug-in fertivision-video reads it (--plugins DIR --reader fertivision-video.frames)."
                : "";
        return Refusal.unsupported("The " + container + " video is compressed by " + found + " (" + codec.sign
                + "), which is not read; AVI videos with uncompressed, MJPEG or PNG frames are. Convert it without loss (ffmpeg -i film."
                + ending + " -map 0:v:0 -c:v rawvideo -pix_fmt yuv420p " + made + ") and measure " + made + "."
                + plugIn);
    }

    /** Letters as they are, anything else as a number. */
    static String printable(String letters) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (letter > ' ' && letter < 127) {
                shown.append(letter);
            } else {
                shown.append(String.format(Locale.ROOT, "\\x%02X", (int) letter));
            }
        }
        return shown.toString();
    }
}
