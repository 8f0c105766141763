package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.RejectedException;
import org.junit.jupiter.api.Test;

class InputTest {
    @Test
    void hashIsThatOfTheBytes() {
        Input input = Input.read((Source.OfBytes) Source.of("abc".getBytes()), Limits.standard());

        assertThat(input.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(input.size()).isEqualTo(3);
    }

    @Test
    void limitHoldsToTheByte() {
        Limits ten = Limits.standard().withMaxBytes(10);
        for (int size : new int[] {9, 10}) {
            assertThat(Input.read(bytes(size), ten).size()).isEqualTo(size);
            assertThat(Input.read(stream(size), ten).size()).isEqualTo(size);
        }
        for (Source.OfBytes source : new Source.OfBytes[] {bytes(11), stream(11)}) {
            assertThatThrownBy(() -> Input.read(source, ten)).isInstanceOfSatisfying(RejectedException.class, e -> {
                assertThat(e.rejection().code()).isEqualTo(RejectionCode.PAYLOAD_TOO_LARGE);
                assertThat(e.rejection().passedLimit()).contains(new Rejection.Limit("bytes", 10, 11));
            });
        }
    }

    @Test
    void endlessStreamIsReadNoFurtherThanTheLimit() {
        java.io.InputStream endless = new java.io.InputStream() {
            @Override
            public int read() {
                return 7;
            }
        };
        Source.OfBytes source = (Source.OfBytes) Source.of(() -> endless);

        assertThatThrownBy(() -> Input.read(source, Limits.standard().withMaxBytes(300_000)))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void longStreamsArriveWhole() {
        byte[] bytes = new byte[300_001];
        new Random(1).nextBytes(bytes);

        Input input = Input.read((Source.OfBytes) Source.of(() -> new ByteArrayInputStream(bytes)), Limits.standard());

        assertThat(input.bytes()).isEqualTo(bytes);
    }

    @Test
    void missingFileIsTroubleWithTheFileSystem() {
        Source.OfBytes missing = (Source.OfBytes) Source.of(Path.of("no", "such", "file"));

        assertThatThrownBy(() -> Input.read(missing, Limits.standard()))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    private static Source.OfBytes bytes(int size) {
        return (Source.OfBytes) Source.of(new byte[size]);
    }

    private static Source.OfBytes stream(int size) {
        return (Source.OfBytes) Source.of(() -> new ByteArrayInputStream(new byte[size]));
    }
}
