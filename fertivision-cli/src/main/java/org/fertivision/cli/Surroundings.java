package org.fertivision.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.fertivision.spi.Plugin;
import org.jspecify.annotations.Nullable;

/**
 * What a command knows of its process.
 *
 * @param home the folder that holds {@code lib}, or null where the launcher did not say
 * @param watched what a person watches on a terminal
 * @param plugins plug-ins that are present without a jar
 * @param interruption what Ctrl-C has to wait for
 */
record Surroundings(@Nullable Path home, Watched watched, List<Plugin> plugins, Interruption interruption) {
    private static final String HOME = "fertivision.home";
    private static final String TERMINAL = "fertivision.terminal";

    /** What a person watches on a terminal. */
    enum Watched {
        /** Nothing: both streams go to files or programs. */
        NOTHING,
        /** The error stream: a bar may move there. */
        TALK,
        /** Both streams: help may have colors. */
        BOTH
    }

    Surroundings {
        plugins = List.copyOf(plugins);
    }

    /** A process that nobody has interrupted. */
    Surroundings(@Nullable Path home, Watched watched, List<Plugin> plugins) {
        this(home, watched, plugins, new Interruption());
    }

    /**
     * What the launcher said.
     *
     * @param property gives the value of a property of the JVM, or null
     */
    static Surroundings told(Function<String, @Nullable String> property) {
        String home = property.apply(HOME);
        String terminal = property.apply(TERMINAL);
        Watched watched =
                "both".equals(terminal) ? Watched.BOTH : "talk".equals(terminal) ? Watched.TALK : Watched.NOTHING;
        return new Surroundings(home == null ? null : Path.of(home), watched, List.of());
    }

    /** Whether a bar may move on the error stream. */
    boolean mayMove() {
        return watched != Watched.NOTHING;
    }

    /** Whether help may have colors. */
    boolean mayColor() {
        return watched == Watched.BOTH;
    }
}
