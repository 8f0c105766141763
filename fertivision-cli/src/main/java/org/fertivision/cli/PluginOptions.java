package org.fertivision.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where other people's plug-ins lie, and the engine with them. */
final class PluginOptions {
    private static final String BESIDE_LIB = "plugins";

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Folder with the jars of other people's plug-ins (default: plugins/ beside lib/).")
    private @Nullable Path folder;

    /** The engine. */
    FertiVision open(Surroundings around) {
        return FertiVision.create(config(around).build());
    }

    /** The beginnings of a configuration: with the plug-ins that are there. */
    EngineConfig.Builder config(Surroundings around) {
        EngineConfig.Builder config = EngineConfig.builder();
        around.plugins().forEach(config::plugin);
        List<URL> jars = jars(around);
        if (!jars.isEmpty()) {
            config.pluginLoader(
                    new URLClassLoader("plugins", jars.toArray(URL[]::new), FertiVision.class.getClassLoader()));
        }
        return config;
    }

    private List<URL> jars(Surroundings around) {
        try {
            if (folder != null) {
                return jars(folder);
            }
            Path home = around.home();
            Path usual = home == null ? null : home.resolve(BESIDE_LIB);
            return usual != null && Files.isDirectory(usual) ? jars(usual) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<URL> jars(Path named) throws IOException {
        if (!Files.exists(named)) {
            throw new NoSuchFileException(named.toString());
        }
        if (!Files.isDirectory(named)) {
            throw new NotDirectoryException(named.toString());
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(named, "*.jar")) {
            found.forEach(files::add);
        }
        files.sort(null);
        List<URL> jars = new ArrayList<>();
        for (Path file : files) {
            jars.add(file.toUri().toURL());
        }
        return jars;
    }
}
