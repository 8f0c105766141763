package org.fertivision.cli;

import java.nio.file.Path;
import java.util.List;
import org.fertivision.spi.Plugin;
import org.jspecify.annotations.Nullable;

/**
 * What a command knows of its process.
 *
 * @param home the folder that holds {@code lib}, or null where the launcher did not say
 * @param terminal whether a person watches both output and talk, so that colors and a moving bar make sense
 * @param plugins plug-ins that are present without a jar
 */
record Surroundings(@Nullable Path home, boolean terminal, List<Plugin> plugins) {
    private static final String HOME = "fertivision.home";
    private static final String TERMINAL = "fertivision.terminal";

    Surroundings {
        plugins = List.copyOf(plugins);
    }

    /** What the launcher said in system properties. */
    static Surroundings told() {
        String home = System.getProperty(HOME);
        return new Surroundings(home == null ? null : Path.of(home), Boolean.getBoolean(TERMINAL), List.of());
    }
}
