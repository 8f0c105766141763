package org.fertivision.spi;

import static java.lang.module.ModuleDescriptor.Requires.Modifier.MANDATED;
import static java.lang.module.ModuleDescriptor.Requires.Modifier.STATIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpiJarTest {
    private static final int MOST_BYTES = 132_000;

    @Test
    void theJarIsSmall() throws IOException, URISyntaxException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes);
                Stream<Path> files = Files.walk(classes())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes().relativize(file).toString()));
                jar.write(Files.readAllBytes(file));
                jar.closeEntry();
            }
        }
        assertThat(bytes.size()).isBetween(10_000, MOST_BYTES);
    }

    @Test
    void theModuleNeedsNothingAtRunTimeButJavaItself() throws IOException, URISyntaxException {
        try (InputStream in = Files.newInputStream(classes().resolve("module-info.class"))) {
            ModuleDescriptor module = ModuleDescriptor.read(in);

            assertThat(module.name()).isEqualTo("org.fertivision.spi");
            assertThat(module.requires().stream()
                            .filter(r -> !r.modifiers().contains(STATIC))
                            .filter(r -> !r.modifiers().contains(MANDATED))
                            .toList())
                    .isEmpty();
            assertThat(module.exports().stream()
                            .map(ModuleDescriptor.Exports::source)
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(List.of(
                            "org.fertivision.spi",
                            "org.fertivision.image",
                            "org.fertivision.finding",
                            "org.fertivision.finding.measures"));
        }
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(
                Plugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
