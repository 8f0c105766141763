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
        "sperm-morphology, 24b3da455daa9a65f45dbe75475e3647be73082b1a66a20a483b7ebd09179426,"
                + " 241ccb797d8d12061baf054a261fab62ff6d68149f9bdbd2486ed76d0d3d8709",
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
