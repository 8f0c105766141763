package org.fertivision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** A jar whose main class says a word and what it was given. */
final class Speaker {
    private Speaker() {}

    /** Writes the jar in place of whatever was there. */
    static void jar(Path jar, String word) throws IOException {
        Path folder = Files.createTempDirectory(jar.getParent().getParent(), "speaker");
        Path source = folder.resolve("Main.java");
        Files.writeString(source, """
                package org.fertivision.cli;
                public final class Main {
                    public static void main(String[] arguments) {
                        System.out.println("%s " + String.join(" ", arguments));
                    }
                }
                """.formatted(word));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "--release", "17", "-d", folder.toString(), source.toString());
        assertThat(failed).isZero();
        String name = "org/fertivision/cli/Main.class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry(name));
            Files.copy(folder.resolve(name), out);
        }
    }
}
