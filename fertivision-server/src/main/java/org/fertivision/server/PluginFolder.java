package org.fertivision.server;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.fertivision.server.settings.BadSettingsException;

/** The folder with other people's plug-ins. */
final class PluginFolder {
    private static final String USUAL = "plugins";

    private PluginFolder() {}

    /**
     * Which folder it is, if there is one.
     *
     * @param named the folder that the operator named, if he did
     * @param home the folder that holds lib/, if known; plugins/ in it is taken where nothing was named
     */
    static Optional<Path> of(Optional<Path> named, Optional<Path> home) {
        return named.isPresent() ? named : home.map(h -> h.resolve(USUAL)).filter(Files::isDirectory);
    }

    /** Lets the engine look for plug-ins in a folder. */
    static void addTo(EngineConfig.Builder config, Path folder) {
        List<URL> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            List<Path> files = new ArrayList<>();
            found.forEach(files::add);
            files.sort(null);
            for (Path file : files) {
                jars.add(file.toUri().toURL());
            }
        } catch (IOException e) {
            throw new BadSettingsException("the folder of plug-ins " + folder + " cannot be read");
        }
        if (!jars.isEmpty()) {
            config.pluginLoader(
                    new URLClassLoader("plugins", jars.toArray(URL[]::new), FertiVision.class.getClassLoader()));
        }
    }
}
