package org.fertivision.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.fertivision.spi.Plugin;

/**
 * A command that was run in this process.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it said besides
 */
record Ran(int exit, String out, String err) {
    private static final List<Plugin> NOBODY = List.of();

    /** Runs a command with what FertiVision itself brings. */
    static Ran command(String... args) {
        return with(NOBODY, args);
    }

    /** Runs a command with further plug-ins. */
    static Ran with(List<Plugin> plugins, String... args) {
        return in(new Surroundings(null, Surroundings.Watched.NOTHING, plugins), args);
    }

    /** Runs a command in the given surroundings. */
    static Ran in(Surroundings around, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(around, new PrintWriter(out), new PrintWriter(err), args);
        return new Ran(exit, out.toString(), err.toString());
    }
}
