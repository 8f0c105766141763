package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor.Channels;
import org.fertivision.spi.RejectedException;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameFolderTest {
    @TempDir
    Path folder;

    @Test
    void framesFollowTheirNumbersNotTheirLetters() throws IOException {
        for (String name : List.of("t10.png", "t9.png", "t11.png", "t8.png")) {
            frame(name, Integer.parseInt(name.substring(1, name.indexOf('.'))));
        }

        FilmRead film = read();

        assertThat(film.firstSamples()).containsExactly(8, 9, 10, 11);
        assertThat(film.places()).containsExactly(0, 1, 2, 3);
        assertThat(film.notices()).isEmpty();
        assertThat(film.timing()).isEmpty();
    }

    @Test
    void theNumberIsTheOneThatDiffers() throws IOException {
        frame("2024-exp3_f007_c2.png", 7);
        frame("2024-exp3_f006_c2.png", 6);
        frame("2024-exp3_f008_c2.JPG", 8);

        assertThat(read().places()).containsExactly(0, 1, 2);
    }

    @Test
    void missingNumbersAreGapsInTimeAndStepsAreNone() throws IOException {
        frame("a0.png", 0);
        frame("a1.png", 1);
        frame("a4.png", 4);
        frame("a5.png", 5);

        FilmRead film = read();

        assertThat(film.count()).isEqualTo(6);
        assertThat(film.places()).containsExactly(0, 1, 4, 5);
        assertThat(film.notice("frames-missing")).startsWith("2 of 6 frames");
    }

    @Test
    void numbersInStepsAreOneAfterAnother() throws IOException {
        frame("a10.png", 1);
        frame("a15.png", 2);
        frame("a20.png", 3);

        assertThat(read().places()).containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a1.png a01.png:same number",
                "a1.png b2.png:differ in more than a number",
                "a1x1.png a2x2.png:2 numbers differ",
                "frame.png:has no number",
                "a1.png a2.png a9.png:6 are missing",
                "a1.png a9999999999999999999.png:more than 18 digits"
            })
    void namesThatAreNotThoseOfOneVideoAreRefused(String row) throws IOException {
        for (String name : row.substring(0, row.indexOf(':')).split(" ")) {
            frame(name, 1);
        }

        Rejection rejection = refusal();

        assertThat(rejection.code()).isEqualTo(RejectionCode.INVALID_REQUEST);
        assertThat(rejection.detail()).contains(row.substring(row.indexOf(':') + 1));
    }

    @Test
    void frameOfAnotherSizeIsRefusedByName() throws IOException {
        frame("f1.png", 1);
        frame("f2.png", 2);
        Files.write(folder.resolve("f3.png"), Encoded.png(new BufferedImage(30, 20, BufferedImage.TYPE_BYTE_GRAY)));

        Rejection rejection = refusal();

        assertThat(rejection.code()).isEqualTo(RejectionCode.INVALID_REQUEST);
        assertThat(rejection.detail()).contains("f3.png has 30 x 20 pixels").contains("20 x 10");
    }

    @Test
    void damagedFramesAreLeftOutAndOtherFilesLeftAside() throws IOException {
        frame("f1.png", 1);
        Files.write(folder.resolve("f2.png"), new byte[] {1, 2, 3});
        frame("f3.png", 3);
        Files.write(folder.resolve("about.txt"), new byte[] {65});
        Files.write(folder.resolve(".hidden.png"), new byte[] {65});
        Files.createDirectory(folder.resolve("more.png"));

        FilmRead film = read();

        assertThat(film.places()).containsExactly(0, 2);
        assertThat(film.notice("frames-damaged")).startsWith("1 of 3 frames");
        assertThat(film.notice("files-left-aside")).startsWith("1 files");
    }

    @Test
    void pagesInAFrameAreDamage() throws IOException {
        BufferedImage page = Encoded.drawn(20, 10, BufferedImage.TYPE_BYTE_GRAY);
        frame("f1.png", 1);
        Files.write(folder.resolve("f2.tif"), Encoded.tiff("none", page, page));

        assertThat(read().notice("frames-damaged")).contains("several pages");
    }

    @Test
    void theHashIsThatOfAllBytesInOrderAndGapsMakeAnotherContent() throws Exception {
        frame("f2.png", 2);
        frame("f10.png", 10);
        frame("f3.png", 3);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String name : List.of("f2.png", "f3.png", "f10.png")) {
            all.writeBytes(Files.readAllBytes(folder.resolve(name)));
        }
        Files.move(folder.resolve("f10.png"), folder.resolve("f4.png"));
        FilmInput whole = input(Limits.standard());
        assertThat(whole.sha256())
                .contains(HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(all.toByteArray())));
        assertThat(whole.size()).isEqualTo(all.size());

        Files.move(folder.resolve("f4.png"), folder.resolve("f5.png"));
        FilmInput gapped = input(Limits.standard());
        assertThat(gapped.sha256()).isEqualTo(whole.sha256());
        assertThat(gapped.content()).isNotEqualTo(whole.content());
    }

    @Test
    void theLimitOfFramesCountsGapsAndAnEmptyFolderIsNoVideo() throws IOException {
        assertThat(refusal().detail()).contains("no picture in the folder");
        frame("f1.png", 1);
        frame("f2.png", 2);
        frame("f4.png", 4);
        assertThat(input(Narrow.FRAMES.to(4)).size()).isPositive();
        try {
            input(Narrow.FRAMES.to(3));
        } catch (RejectedException e) {
            assertThat(e.rejection().code()).isEqualTo(RejectionCode.TOO_MANY_FRAMES);
            return;
        }
        throw new AssertionError("more frames than allowed");
    }

    private FilmInput input(Limits limits) {
        return FilmInput.of((Source.Folder) Source.frames(folder), limits, Work.unlimited());
    }

    private FilmRead read() {
        return FilmRead.of(input(Limits.standard()), Channels.GRAY, Limits.standard());
    }

    private Rejection refusal() {
        try {
            read();
        } catch (RejectedException e) {
            return e.rejection();
        }
        throw new AssertionError("read without complaint");
    }

    private void frame(String name, int gray) throws IOException {
        BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, gray);
        image.getRaster().setSample(gray, 1, 0, 77);
        boolean isJpeg = name.endsWith("JPG");
        Files.write(folder.resolve(name), isJpeg ? Encoded.jpeg(image) : Encoded.png(image));
    }
}
