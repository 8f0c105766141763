package org.fertivision.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The digests were taken once; each Java version that runs this test must come to them. */
class SameEverywhereTest {
    @ParameterizedTest
    @CsvSource({
        "sperm-morphology, 1c22f18d38ec8041843229142d45d1af351b656c0d3b87bc0cdb960bbb46a29d,"
                + " b346c045c41b0b8ab6ba9c05d89e9ebc57197404ad9ec810e2aa967fd7df9e85",
        "sperm-vitality, 0b788025ebcd3f8aec2f527a253d16ffcedaaff3fb697e4a7e9bb55545f0edd4,"
                + " 68020cea3dcd1062dc3647639616aa058496e5c8f78303233083c7d7bc8ea9ca",
        "sperm-count, 29342e136b2eae6eae878602f4b13a94cfb3edc179aeb18cd3cac54af7219d61,"
                + " be1510ca3918c82c7cb5b0074cf28ce7a729c731a7a59e70bbe08d4f5dc52b6c"
    })
    void pixelsAndTruthAreTheSameOnEveryJava(String kind, String pixels, String truth) throws Exception {
        Drawn drawn = Phantoms.of(kind)
                .with("umPerPixel", 0.3)
                .with("width", 640)
                .with("height", 480)
                .with("touching", 20)
                .with("debris", 30)
                .with("defocusUm", 0.2)
                .seed(2026)
                .draw();

        assertThat(Pixels.sha256(drawn.frame())).isEqualTo(pixels);
        byte[] json = drawn.truth().toJson().getBytes(StandardCharsets.UTF_8);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json)))
                .isEqualTo(truth);
    }
}
