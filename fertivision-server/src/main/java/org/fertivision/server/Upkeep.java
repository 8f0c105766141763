package org.fertivision.server;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fertivision.FertiVision;
import org.fertivision.server.Server.Surroundings;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.backup.Backup;
import org.fertivision.server.backup.Verification;
import org.fertivision.server.settings.BadSettingsException;
import org.fertivision.server.settings.Settings;
import org.fertivision.server.tenant.Secrets;

/** What an operator does with what is kept, beside the server or without it. */
enum Upkeep {
    /** Copies all into a folder. */
    BACKUP("--out") {
        @Override
        boolean run(Path folder, Parts parts, PrintStream out) {
            try (FertiVision engine = FertiVision.create()) {
                tell(out, "copied", parts.backup().make(folder, engine.version()));
            }
            return true;
        }
    },
    /** Puts it back. */
    RESTORE("--from") {
        @Override
        boolean run(Path folder, Parts parts, PrintStream out) {
            tell(out, "restored", parts.backup().restore(folder));
            return tell(out, parts.verification().look());
        }
    },
    /** Looks whether all is whole. */
    VERIFY("") {
        @Override
        boolean run(Path folder, Parts parts, PrintStream out) {
            return tell(out, parts.verification().look());
        }
    };

    private final String folderOption;

    Upkeep(String folderOption) {
        this.folderOption = folderOption;
    }

    /**
     * What it works with.
     *
     * @param backup copies
     * @param verification looks
     */
    record Parts(Backup backup, Verification verification) {}

    abstract boolean run(Path folder, Parts parts, PrintStream out);

    /** The one that the first word of a command line names, if it names one. */
    static Optional<Upkeep> of(List<String> arguments) {
        return Arrays.stream(values())
                .filter(upkeep -> !arguments.isEmpty()
                        && upkeep.name().toLowerCase(Locale.ROOT).equals(arguments.get(0)))
                .findFirst();
    }

    /**
     * Does it; whether all was found whole.
     *
     * @param arguments behind its name
     */
    boolean run(List<String> arguments, Surroundings around) {
        List<String> others = new ArrayList<>(arguments);
        Path folder = folder(others);
        Settings settings = Settings.read(others, around.environment());
        if (this == RESTORE) {
            refuseWithoutKeys(settings, around);
        }
        try (Store store = Store.beside(settings, around)) {
            AuditTrail audit = new AuditTrail(store.database(), around.clock());
            String pepper = new Secrets(store.pepper()).code("pepper of a backup");
            return run(
                    folder,
                    new Parts(
                            new Backup(store.database(), store.blobs(), store.keys(), audit, pepper, around.clock()),
                            new Verification(store.database(), store.blobs(), store.keys(), audit)),
                    around.out());
        }
    }

    private Path folder(List<String> arguments) {
        int at = folderOption.isEmpty() ? -1 : arguments.indexOf(folderOption);
        if (folderOption.isEmpty()) {
            return Path.of("");
        }
        if (at < 0 || at + 1 >= arguments.size()) {
            throw new BadSettingsException(name().toLowerCase(Locale.ROOT) + " needs " + folderOption + " DIR");
        }
        arguments.remove(at);
        return Path.of(arguments.remove(at));
    }

    /** New ones would be made where there are none, and neither opens what is restored. */
    private static void refuseWithoutKeys(Settings settings, Surroundings around) {
        for (Path file : Store.secrets(settings, around)) {
            if (!Files.exists(file)) {
                throw new BadSettingsException(
                        file + " is missing: a backup holds neither the master key nor the pepper;"
                                + " put those of the old server there first (or set FERTIVISION_KEYS and FERTIVISION_PEPPER)");
            }
        }
    }

    private static void tell(PrintStream out, String what, Backup.Copied copied) {
        out.println("fertivision: " + what + ": " + copied.tenants() + " tenants, " + copied.rows() + " rows, "
                + copied.images() + " images");
    }

    private static boolean tell(PrintStream out, Verification.Found found) {
        out.println("fertivision: verified: " + found.tenants() + " audit trails, " + found.analyses() + " analyses, "
                + found.images() + " images, " + found.erased() + " erased for good");
        found.faults().forEach(fault -> out.println("fertivision: NOT WHOLE: " + fault));
        return found.faults().isEmpty();
    }
}
