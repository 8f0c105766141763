package org.fertivision.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Score;
import org.fertivision.image.Calibration;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tiny model that tells bright pictures from dark ones, and what is not as its contract says. */
class OnnxScorerTest {
    @TempDir
    Path place;

    static String contract(byte[] model, String meaning) {
        return String.join(
                "\n",
                "id=clinic.brightness",
                "version=1.2.0",
                "title=Bright heads",
                "intendedUse=A test.",
                "kinds=sperm-morphology",
                "sha256=" + TinyModel.sha256(model),
                "width=8",
                "height=8",
                "channels=1",
                "mean=0",
                "deviation=1",
                "meaning=" + meaning,
                "labels=dark, bright",
                "counted=bright");
    }

    static OnnxScorer scorer(byte[] model, String meaning) {
        return OnnxScorer.of(model, read(contract(model, meaning)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachHeadIsCalledByItsPictureAndTheShareIsTheScore(boolean isProbable) {
        byte[] model = TinyModel.brightness(8, 0.5f, isProbable);
        try (OnnxScorer scorer = scorer(model, isProbable ? "probabilities" : "logits")) {
            Score.Scored scored = (Score.Scored) score(scorer, Heads.of(10, 240, 120, 135, -1));

            assertThat(scored.items())
                    .extracting(Score.ItemGrade::grade)
                    .containsExactly("dark", "bright", "dark", "bright");
            assertThat(scored.value()).isEqualTo(50);
            assertThat(scored.grade()).isEqualTo("50.0 % bright");
            assertThat(scored.components())
                    .extracting(Score.Component::code)
                    .containsExactly("dark", "bright", "model.unseen", "model.sha256");
            assertThat(scored.components().get(3).grade()).isEqualTo(TinyModel.sha256(model));
            assertThat(scored.components().get(3).detail()).contains("1.2.0", "ONNX Runtime 1.");
            assertThat(scorer.descriptor().sources()).containsExactly("model sha256:" + TinyModel.sha256(model));
            assertThat(scorer.descriptor().signature()).isEqualTo("clinic.brightness@1.2.0");
        }
    }

    @Test
    void aModelOfTheFilesOfAnOperatorIsTheSame() throws IOException {
        byte[] model = TinyModel.brightness(8, 0.5f, false);
        Path file = Files.write(place.resolve("bright.onnx"), model);
        Path says = Files.writeString(place.resolve("bright.properties"), contract(model, "logits"));

        try (OnnxScorer loaded = OnnxScorer.load(file, says);
                OnnxScorer built = scorer(model, "logits")) {
            assertThat(score(loaded, Heads.of(10, 240))).isEqualTo(score(built, Heads.of(10, 240)));
        }
    }

    @Test
    void anotherModelThanTheContractsIsRefused() {
        byte[] model = TinyModel.brightness(8, 0.5f, false);
        ModelContract contract = read(contract(TinyModel.brightness(8, 0.4f, false), "logits"));

        assertThatThrownBy(() -> OnnxScorer.of(model, contract))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("clinic.brightness", contract.sha256(), TinyModel.sha256(model));
    }

    @Test
    void aModelThatTakesOrAnswersSomethingElseIsRefused() {
        byte[] wide = TinyModel.of(List.of(1, 1, 8, 16), new float[2], new float[2], false);
        byte[] color = TinyModel.of(List.of(1, 3, 8, 8), new float[6], new float[2], false);
        byte[] three = TinyModel.of(List.of(1, 1, 8, 8), new float[3], new float[3], false);
        byte[] none = "This is no model.".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThatThrownBy(() -> scorer(wide, "logits")).hasMessageContainingAll("takes [1, 1, 8, 16]", "[1, 1, 8, 8]");
        assertThatThrownBy(() -> scorer(color, "logits")).hasMessageContaining("takes [1, 3, 8, 8]");
        assertThatThrownBy(() -> scorer(three, "logits")).hasMessageContainingAll("answers [1, 3]", "[1, 2]");
        assertThatThrownBy(() -> scorer(none, "logits"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot load");
    }

    @Test
    void aModelThatLeavesSizesOpenIsTaken() {
        byte[] open = TinyModel.of(List.of(-1, 1, -1, -1), new float[] {-1, 1}, new float[] {0.5f, -0.5f}, false);

        try (OnnxScorer scorer = scorer(open, "logits")) {
            assertThat(score(scorer, Heads.of(10, 240))).isInstanceOf(Score.Scored.class);
        }
    }

    @Test
    void numbersThatAreNoProbabilitiesAreAFailureOfTheModel() {
        byte[] model = TinyModel.brightness(8, 0.5f, false);

        try (OnnxScorer scorer = scorer(model, "probabilities")) {
            assertThatThrownBy(() -> score(scorer, Heads.of(240)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("answers");
        }
    }

    @Test
    void whatTheModelCannotSeeIsNotScored() {
        byte[] color = TinyModel.of(List.of(1, 3, 8, 8), new float[6], new float[2], false);
        byte[] gray = TinyModel.brightness(8, 0.5f, false);
        String wantsColor = contract(color, "logits").replace("channels=1", "channels=3");
        String wantsScale = contract(gray, "logits") + "\numPerPixel=0.2";

        try (OnnxScorer scorer = OnnxScorer.of(color, read(wantsColor))) {
            assertThat(score(scorer, Heads.of(10))).isInstanceOf(Score.NotScored.class);
            assertThat(score(scorer, Heads.of(Calibration.umPerPixel(0.1), 3, 10)))
                    .isInstanceOf(Score.Scored.class);
        }
        try (OnnxScorer scorer = OnnxScorer.of(gray, read(wantsScale))) {
            assertThat(score(scorer, Heads.of(null, 1, 10))).isInstanceOf(Score.NotScored.class);
            assertThat(score(scorer, Heads.of(Calibration.umPerPixel(0.1), 3, 10)))
                    .isInstanceOf(Score.Scored.class);
        }
    }

    @Test
    void aClosedModelAnswersNothing() {
        OnnxScorer scorer = scorer(TinyModel.brightness(8, 0.5f, false), "logits");
        scorer.close();
        scorer.close();

        assertThatThrownBy(() -> score(scorer, Heads.of(240)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was closed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width=8|width=0|1 to 1024",
                "width=8|width=eight|whole number",
                "mean=0|mean=x|is a number",
                "deviation=1|deviation=0|above 0",
                "channels=1|channels=2|1 channel or 3",
                "meaning=logits|meaning=vibes|probabilities or logits",
                "labels=dark, bright|labels=bright|two labels",
                "labels=dark, bright|labels=bright, model.x|begin with",
                "counted=bright|counted=grey|one of the labels",
                "sha256=|sha256=zz|64 hexadecimal",
                "title=Bright heads|title=|its title",
                "title=Bright heads|titel=Bright heads|titel",
                "mean=0|mean=0\\numPerPixel=-1|umPerPixel",
            })
    void aContractThatCannotBeIsRefused(String said, String instead, String why) {
        String text =
                contract(TinyModel.brightness(8, 0.5f, false), "logits").replace(said, instead.replace("\\n", "\n"));

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static ModelContract read(String text) {
        try {
            return ModelContract.read(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Score score(OnnxScorer scorer, Findings findings) {
        return scorer.score(findings, Settings.defaults(List.of()), Work.unlimited());
    }
}
