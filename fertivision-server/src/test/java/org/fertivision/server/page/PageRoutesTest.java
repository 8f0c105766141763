package org.fertivision.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fertivision.server.http.Route;
import org.junit.jupiter.api.Test;

/** The files of the page: small, whole, and nothing of elsewhere among them. */
class PageRoutesTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "page");
    private static final int MOST_BYTES = 300_000;
    private static final Pattern KEY = Pattern.compile("(?m)^  '([^']+)':");
    private static final Pattern USED = Pattern.compile("[^a-zA-Z]t\\('([a-zA-Z0-9.-]+)'");
    private static final Pattern IMPORT = Pattern.compile("from '\\./([^']+)'");

    private static String text(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8);
    }

    private static List<String> listed() throws IOException {
        return Files.readAllLines(FOLDER.resolve("files.txt"));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult one) -> one.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void allFilesAreServedAndWeighLittle() throws IOException {
        long bytes = 0;
        Set<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                there.add(file.getFileName().toString());
                bytes += Files.size(file);
            }
        }
        there.remove("files.txt");
        assertThat(listed()).containsExactlyElementsOf(there);
        assertThat(bytes).isLessThan(MOST_BYTES);
        assertThat(new PageRoutes().routes()).extracting(Route::template).containsExactly("/", "/page/{file}");
    }

    @Test
    void bothCatalogsHaveEveryKeyThatIsUsed() throws IOException {
        Set<String> english = found(KEY, text("words-en.js"));
        assertThat(english).hasSizeGreaterThan(150).isEqualTo(found(KEY, text("words-de.js")));
        for (String name : listed()) {
            if (name.endsWith(".js")) {
                assertThat(english).as(name).containsAll(found(USED, text(name)));
            }
        }
    }

    @Test
    void modulesImportWhatIsThere() throws IOException {
        for (String name : listed()) {
            assertThat(listed()).as(name).containsAll(found(IMPORT, text(name)));
        }
        // Asked for at once and not one behind the other.
        assertThat(text("index.html"))
                .contains(listed().stream()
                        .filter(name -> name.endsWith(".js"))
                        .map(name -> "/page/" + name + "\"")
                        .toList());
    }

    @Test
    void nothingIsInlineNorFromElsewhere() throws IOException {
        assertThat(text("index.html")).doesNotContain("<style", "style=").doesNotContainPattern("<script(?![^>]*src=)");
        for (String name : listed()) {
            String elsewhere = text(name).replace("http://www.w3.org/2000/svg", "");
            assertThat(elsewhere)
                    .as(name)
                    .doesNotContainPattern("https?:|innerHTML|insertAdjacentHTML|eval\\(|document\\.write");
        }
    }
}
