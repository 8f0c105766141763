package org.fertivision.server;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fertivision.FertiVision;
import org.fertivision.server.Server.Surroundings;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.audit.AuditTrail.Act;
import org.fertivision.server.backup.Backup;
import org.fertivision.server.backup.Verification;
import org.fertivision.server.seal.Rotation;
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
    },
    /** Makes a new master key, or goes on where that was interrupted. */
    ROTATE("") {
        @Override
        boolean run(Path folder, Parts parts, PrintStream out) {
            Rotation rotation = parts.rotation();
            Set<UUID> tenants = rotation.behind();
            String newest = tenants.isEmpty() ? rotation.begin() : rotation.newest();
            tenants = rotation.behind();
            long count = 0;
            for (int some = rotation.step(); some > 0; some = rotation.step()) {
                count += some;
            }
            tenants.forEach(tenant -> parts.audit()
                    .append(tenant, new Act("server", "master key rotated", "master key " + newest, "done", "")));
            out.println("fertivision: " + count + " keys are wrapped under the master key " + newest
                    + " now. Backups made before need the older ones, which stay in the file until 'forget'.");
            return true;
        }
    },
    /** Takes older master keys out of their file. */
    FORGET("") {
        @Override
        boolean run(Path folder, Parts parts, PrintStream out) {
            boolean forgotten = parts.rotation().forgetOlder();
            out.println(
                    forgotten
                            ? "fertivision: the file holds the newest master key only. Backups made under an older one"
                                    + " cannot be restored with it."
                            : "fertivision: older master keys are still needed: rotate first");
            return forgotten;
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
     * @param rotation changes the master key
     * @param audit writes down what was done
     */
    record Parts(Backup backup, Verification verification, Rotation rotation, AuditTrail audit) {}

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
                            new Verification(store.database(), store.blobs(), store.keys(), audit),
                            store.rotation(),
                            audit),
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
