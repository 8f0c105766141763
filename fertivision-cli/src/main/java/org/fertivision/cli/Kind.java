package org.fertivision.cli;

import java.util.List;
import org.fertivision.Plugins;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.RejectedException;

/** A kind of analysis as people type it. */
final class Kind {
    private Kind() {}

    /** The word for an analyzer or scorer: its id, without the vendor for what FertiVision itself brings. */
    static String word(Descriptor plugin) {
        return plugin.id().isReserved() ? plugin.id().name() : plugin.id().toString();
    }

    /**
     * The analyzer that a word stands for.
     *
     * @throws RejectedException if there is none, naming those there are
     */
    static Descriptor named(String word, Plugins plugins) {
        return plugins.analyzer(word).orElseThrow(() -> {
            List<String> known = plugins.analyzers().stream().map(Kind::word).toList();
            return new RejectedException(Rejection.of(
                    RejectionCode.UNKNOWN_PLUGIN,
                    "There is no kind '" + word + "'." + Near.question(word, known) + " Known: "
                            + (known.isEmpty() ? "none" : String.join(", ", known)) + "."));
        });
    }
}
