package org.fertivision.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fertivision.server.audit.AuditTrail;
import org.fertivision.server.audit.AuditTrail.Act;
import org.fertivision.server.backup.KeptBlobs.Kept;
import org.fertivision.server.blob.BlobFolder;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.seal.DataKey;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.store.Database;
import org.fertivision.server.store.Tables;

/**
 * Copies all that is kept into a folder and back: the rows of one moment, sealed, and the images that they name, sealed as
 * they were. The master key and the pepper are not in it.
 */
public final class Backup {
    static final String TABLE = "backup";
    static final String COLUMN = "rows";

    private final Database database;
    private final BlobStore blobs;
    private final DataKeys keys;
    private final AuditTrail audit;
    private final String pepper;
    private final Clock clock;

    /**
     * What was copied.
     *
     * @param tenants how many tenants
     * @param rows how many rows
     * @param images how many images
     */
    public record Copied(int tenants, long rows, long images) {}

    /**
     * Backups of a database and its blobs.
     *
     * @param pepper a code of the pepper, the same for the same pepper only
     */
    public Backup(Database database, BlobStore blobs, DataKeys keys, AuditTrail audit, String pepper, Clock clock) {
        this.database = database;
        this.blobs = blobs;
        this.keys = keys;
        this.audit = audit;
        this.pepper = pepper;
        this.clock = clock;
    }

    /**
     * Makes one in a folder that is not there, or empty.
     *
     * @param version of the server
     * @throws BackupFailedException if something kept cannot be copied
     */
    public Copied make(Path folder, String version) {
        try {
            refuseUnlessEmpty(folder);
            Files.createDirectories(folder.resolve("tables"));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            String madeAt = clock.instant().toString();
            DataKey key = Manifest.freshKey(keys);
            KeptBlobs kept = new KeptBlobs(database, keys);
            BlobStore to = new BlobFolder(folder.resolve("blobs"), clock);
            Set<UUID> copied = new HashSet<>();
            copyImages(kept, to, copied);
            List<Manifest.Rows> tables = database.atOneMoment(connection -> rows(connection, folder, key));
            copyImages(kept, to, copied);
            new Manifest(madeAt, version, Tables.scripts(), pepper, tables, copied.size()).write(folder, key, keys);
            kept.tenants().forEach(tenant -> append(tenant, "backup made", madeAt));
            long count = tables.stream().mapToLong(Manifest.Rows::count).sum();
            return new Copied(kept.tenants().size(), count, copied.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(UUID tenant, String action, String madeAt) {
        audit.append(tenant, new Act("server", action, "backup of " + madeAt, "done", ""));
    }

    private static void refuseUnlessEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> children = Files.list(folder)) {
                if (children.findAny().isPresent()) {
                    throw new BackupFailedException(folder + " is not empty; a backup gets a folder of its own");
                }
            }
        }
    }

    private static List<Manifest.Rows> rows(Connection connection, Path folder, DataKey key) throws SQLException {
        List<UUID> tenants = KeptBlobs.tenants(connection);
        List<Manifest.Rows> tables = new ArrayList<>();
        for (String name : Tables.names(connection)) {
            try (OutputStream to = key.sealing(
                    Files.newOutputStream(Manifest.table(folder, name)), TABLE, COLUMN, Manifest.place(name))) {
                tables.add(new Manifest.Rows(name, Tables.out(connection, name, tenants, to)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return tables;
    }

    /** Copies those that were not yet: all before the rows, so that none is purged in between, and then the newest. */
    private void copyImages(KeptBlobs kept, BlobStore to, Set<UUID> copied) {
        for (UUID tenant : kept.tenants()) {
            for (Kept one : kept.of(tenant)) {
                Optional<DataKey> key = copied.contains(one.blob().id()) ? Optional.empty() : kept.key(tenant, one);
                if (key.isPresent() && copy(one, key.get(), blobs, to)) {
                    copied.add(one.blob().id());
                } else if (key.isPresent() && kept.of(tenant).contains(one)) {
                    throw new BackupFailedException(
                            one.name() + " is missing or not as it was kept; verify tells more");
                }
            }
        }
    }

    /** Copies a blob; whether what came over is what was kept. */
    static boolean copy(Kept kept, DataKey key, BlobStore from, BlobStore to) {
        try (InputStream bytes = from.open(kept.blob(), key)) {
            BlobStore.Blob copy = to.keep(kept.blob().id(), bytes, kept.blob().bytes(), key);
            return copy.equals(kept.blob());
        } catch (IOException | UncheckedIOException | BlobStore.TooLargeException e) {
            return false;
        }
    }

    /**
     * Puts the backup of a folder into an empty place.
     *
     * @throws BackupFailedException if the place is not empty, or the backup is not whole or not of this server
     */
    public Copied restore(Path folder) {
        try {
            Manifest.Opened opened = Manifest.read(folder, keys);
            Manifest manifest = opened.manifest();
            refuseUnlessFitting(manifest);
            database.asOwner(connection -> {
                for (Manifest.Rows rows : manifest.tables()) {
                    put(connection, folder, rows, opened.key());
                }
                return true;
            });
            return new Copied(
                    new KeptBlobs(database, keys).tenants().size(),
                    manifest.tables().stream().mapToLong(Manifest.Rows::count).sum(),
                    restoreImages(folder, manifest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseUnlessFitting(Manifest manifest) {
        if (!new KeptBlobs(database, keys).tenants().isEmpty()) {
            throw new BackupFailedException("the database is not empty: a backup is restored into a new one");
        }
        if (!blobs.keptBefore(clock.instant().plusSeconds(1)).isEmpty()) {
            throw new BackupFailedException("there are images already: a backup is restored into an empty place");
        }
        if (!manifest.scripts().equals(Tables.scripts())) {
            throw new BackupFailedException("the backup has the tables of version " + manifest.version()
                    + ": restore it with that version, then start this one, which brings them up to date");
        }
        if (!manifest.pepper().equals(pepper)) {
            throw new BackupFailedException("the pepper is another than that of the backup, no token would be known:"
                    + " put the file pepper of the old data folder into the new one, or set FERTIVISION_PEPPER");
        }
    }

    private static void put(Connection connection, Path folder, Manifest.Rows rows, DataKey key) throws SQLException {
        String name = rows.table();
        try (InputStream from =
                key.opening(Files.newByteChannel(Manifest.table(folder, name)), TABLE, COLUMN, Manifest.place(name))) {
            if (Tables.in(connection, name, from) != rows.count()) {
                throw new BackupFailedException("the table " + name + " of the backup has other rows than it had");
            }
        } catch (IOException e) {
            throw new BackupFailedException("the table " + name + " of the backup is missing or not as it was written");
        }
    }

    private long restoreImages(Path folder, Manifest manifest) {
        KeptBlobs kept = new KeptBlobs(database, keys);
        BlobStore from = new BlobFolder(folder.resolve("blobs"), clock);
        long images = 0;
        List<String> missing = new ArrayList<>();
        for (UUID tenant : kept.tenants()) {
            for (Kept one : kept.of(tenant)) {
                Optional<DataKey> key = kept.key(tenant, one);
                if (key.isPresent() && copy(one, key.get(), from, blobs)) {
                    images++;
                } else if (key.isPresent()) {
                    missing.add(one.name());
                }
            }
            append(tenant, "restored", manifest.madeAt());
        }
        if (!missing.isEmpty()) {
            throw new BackupFailedException(
                    "all is restored but what the backup does not hold whole: " + String.join(", ", missing));
        }
        return images;
    }
}
