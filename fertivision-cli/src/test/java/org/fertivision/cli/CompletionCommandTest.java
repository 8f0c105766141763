package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class CompletionCommandTest {
    @TempDir
    private Path folder;

    @Test
    void bashCompletesCommandsOptionsKindsAndWords() throws Exception {
        Ran ran = Ran.command("completion", "bash");
        assertThat(ran.exit()).as(ran.err()).isZero();
        Path script = Files.writeString(folder.resolve("completion"), ran.out());

        assertThat(completed(script, "ba")).isEqualTo("batch");
        assertThat(completed(script, "batch", "--res")).isEqualTo("--resume");
        assertThat(completed(script, "analyze", "sperm-v")).isEqualTo("sperm-vitality");
        assertThat(completed(script, "analyze", "--format", "j")).isEqualTo("json");
        assertThat(completed(script, "batch", "--by", "fo")).isEqualTo("folder");
        assertThat(completed(script, "analyze", "--export", "g")).isEqualTo("geojson");
    }

    @Test
    void oneScriptServesBothShells() {
        assertThat(Ran.command("completion", "zsh")).isEqualTo(Ran.command("completion", "bash"));
        assertThat(Ran.command("completion", "csh").exit()).isEqualTo(2);
    }

    /** What bash offers for the last of the words. */
    private String completed(Path script, String... words) throws IOException, InterruptedException {
        String line = "fertivision " + String.join(" ", words);
        String ask = "source '" + script + "'; COMP_WORDS=(" + line + "); COMP_CWORD=" + words.length + "; COMP_LINE='"
                + line + "'; COMP_POINT=" + line.length() + "; _complete_fertivision; echo \"${COMPREPLY[*]}\"";
        Process bash = new ProcessBuilder("bash", "--norc", "-c", ask)
                .redirectError(ProcessBuilder.Redirect.DISCARD) // compopt is for completions from the keyboard only
                .start();
        String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        bash.waitFor();
        return answer.strip();
    }
}
