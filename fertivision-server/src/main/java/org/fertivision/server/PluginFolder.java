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
     * Lets the engine look for plug-ins there.
     *
     * @param named the folder that the operator named, if he did
     * @param home the folder that holds lib/, if known; plugins/ in it is taken where nothing was named
     */
    static void addTo(EngineConfig.Builder config, Optional<Path> named, Optional<Path> home) {
        Optional<Path> folder =
                named.isPresent() ? named : home.map(h -> h.resolve(USUAL)).filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return;
        }
        List<URL> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder.get(), "*.jar")) {
            List<Path> files = new ArrayList<>();
            found.forEach(files::add);
            files.sort(null);
            for (Path file : files) {
                jars.add(file.toUri().toURL());
            }
        } catch (IOException e) {
            throw new BadSettingsException("the folder of plug-ins " + folder.get() + " cannot be read");
        }
        if (!jars.isEmpty()) {
            config.pluginLoader(
                    new URLClassLoader("plugins", jars.toArray(URL[]::new), FertiVision.class.getClassLoader()));
        }
    }
}
