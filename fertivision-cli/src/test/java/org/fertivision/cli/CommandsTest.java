package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private static final int PAGE = 96;

    @TempDir
    private Path folder;

    static List<String> commands() {
        return new ArrayList<>(Main.commandLine(new Surroundings(null, Surroundings.Watched.NOTHING, List.of()))
                .getSubcommands()
                .keySet());
    }

    @Test
    void withoutACommandTheHelpGoesToTheErrorStream() {
        Ran ran = Ran.command();

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("Usage: fertivision", "analyze", "demo", "130");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTeaches(String command) {
        Ran ran = Ran.command("help", command);

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("Usage: fertivision " + command);
        assertThat(ran.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(PAGE + 2));
        if (!command.equals("help")) {
            assertThat(ran.out()).contains("Exit codes:", "Example", "  fertivision " + command);
            assertThat(Ran.command(command, "--help").out()).isEqualTo(ran.out());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyse", "kind", "phantoms"})
    void aWrongCommandIsMetWithTheNearest(String typed) {
        Ran ran = Ran.command(typed);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("Did you mean ");
    }

    @Test
    void aWrongOptionIsMetWithTheNearest() {
        assertThat(Ran.command("analyze", "x", "y", "--um-per-pixle", "2").err())
                .contains("Did you mean --um-per-pixel?");
        assertThat(Ran.command("kinds", "--formt=json").err()).contains("Did you mean --format?");
    }

    @Test
    void tellsItsVersion() {
        assertThat(Ran.command("--version").out()).startsWith("fertivision ").contains("Java");
    }

    @Test
    void kindsAreATable() {
        Ran ran = Ran.with(List.of(new Pretender()), "kinds");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("acme.pretender", "1.2.3", "Pretends to measure", "optional");
    }

    @Test
    void kindsAreJsonToo() throws IOException {
        Ran ran = Ran.with(List.of(new Pretender()), "kinds", "--format", "json");

        List<String> kinds = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(ran.out())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && json.currentName().equals("kind")) {
                    kinds.add(json.nextTextValue());
                }
            }
        }
        assertThat(kinds).contains("acme.pretender", "sperm-vitality");
    }

    @Test
    void parametersTellTypeRangeDefaultAndUse() {
        Ran ran = Ran.with(List.of(new Pretender(true)), "parameters", "acme.pretender");

        assertThat(ran.out())
                .contains(
                        "What it does.",
                        "share   number, 0 to 100 %; default 62.5; summary",
                        "needed  number, 1 to 2 um; default required; look");
    }

    @Test
    void explainTellsWhatAMeasureIs() {
        assertThat(Ran.command("explain", "live").out())
                .contains("intact membrane", "% (UCUM)", "WHO laboratory manual", "sperm-vitality");
        assertThat(Ran.command("explain", "headAreaSd").exit()).isZero();
        assertThat(Ran.command("explain").out().lines()).hasSizeGreaterThan(20);
        assertThat(Ran.command("explain", "headAera").err()).contains("Did you mean headArea?");
    }

    @Test
    void pluginsTellWhereTheyComeFromAndWhoWasNotTaken() throws IOException {
        jar("good.jar", VendorScorer.class.getName());
        jar("bad.jar", "com.example.Nowhere");

        Ran ran = Ran.command("plugins", "--plugins", folder.toString());

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("built-in", "acme.vendor", "2.0.1", "not taken", "Nowhere");
    }

    @Test
    void pluginsBesideTheProgramAreFoundByThemselves() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        folder = Files.createDirectories(home.resolve("plugins"));
        jar("good.jar", VendorScorer.class.getName());

        assertThat(Ran.in(new Surroundings(home, Surroundings.Watched.NOTHING, List.of()), "plugins")
                        .out())
                .contains("acme.vendor");
    }

    private void jar(String name, String provider) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(name));
                ZipOutputStream jar = new ZipOutputStream(file)) {
            jar.putNextEntry(new ZipEntry("META-INF/services/org.fertivision.spi.Scorer"));
            jar.write(provider.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }
}
