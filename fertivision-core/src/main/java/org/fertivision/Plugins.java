package org.fertivision;

import java.util.List;
import java.util.Optional;
import org.fertivision.catalog.Catalog;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Id;

/** Who can be asked: analyzers, scorers and readers, built in or strangers', and those that could not be taken. */
public final class Plugins {
    private final Catalog catalog;

    /**
     * A plug-in that was found but not taken.
     *
     * @param plugin its id or class, as far as known
     * @param reason one sentence
     */
    public record Problem(String plugin, String reason) {}

    Plugins(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The analyzers, sorted by id. */
    public List<Descriptor> analyzers() {
        return catalog.analyzers();
    }

    /** The scorers, sorted by id. */
    public List<Descriptor> scorers() {
        return catalog.scorers();
    }

    /** The strangers' frame readers, sorted by id. */
    public List<Descriptor> readers() {
        return catalog.readers();
    }

    /** The analyzer of a kind, as people spell it: {@code sperm-count} or a whole id. */
    public Optional<Descriptor> analyzer(String kind) {
        String whole = kind.indexOf('.') < 0 ? Id.RESERVED_VENDOR + "." + kind : kind;
        return analyzers().stream().filter(d -> d.id().toString().equals(whole)).findFirst();
    }

    /** Where a plug-in comes from: {@code built-in}, or the module or jar of a stranger. */
    public Optional<String> provider(Id id) {
        return catalog.provider(id);
    }

    /** Those that were found but not taken, and why. */
    public List<Problem> problems() {
        return catalog.problems().stream()
                .map(p -> new Problem(p.plugin(), p.reason()))
                .toList();
    }
}
