package org.fertivision.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fertivision.server.Server.Surroundings;
import org.fertivision.server.blob.BlobBucket;
import org.fertivision.server.blob.BlobFolder;
import org.fertivision.server.blob.BlobStore;
import org.fertivision.server.google.GoogleApi;
import org.fertivision.server.google.MetadataServer;
import org.fertivision.server.postgres.EmbeddedPostgres;
import org.fertivision.server.seal.DataKeys;
import org.fertivision.server.seal.MasterKey;
import org.fertivision.server.seal.Rotation;
import org.fertivision.server.settings.BadSettingsException;
import org.fertivision.server.settings.Setting;
import org.fertivision.server.settings.Settings;
import org.fertivision.server.store.Database;
import org.fertivision.server.store.DatabaseAddress;
import org.jspecify.annotations.Nullable;

/** Where things are kept: the data folder, and the database that the settings name or else the one in the folder. */
final class Store implements AutoCloseable {
    private static final String PEPPER = "pepper";
    private static final int PEPPER_BYTES = 32;
    private static final String CLOUD_RUN = "K_SERVICE";

    private static final URI CLOUD_STORAGE = URI.create("https://storage.googleapis.com");
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final Database database;
    private final @Nullable EmbeddedPostgres embedded;
    private final Duration waited;
    private final String pepper;
    private final BlobStore blobs;
    private final MasterKey master;
    private final DataKeys keys;

    private Store(
            Database database,
            @Nullable EmbeddedPostgres embedded,
            Duration waited,
            String pepper,
            BlobStore blobs,
            MasterKey master) {
        this.database = database;
        this.embedded = embedded;
        this.waited = waited;
        this.pepper = pepper;
        this.blobs = blobs;
        this.master = master;
        this.keys = new DataKeys(master);
    }

    /** Opens what is kept for a server. */
    static Store open(Settings settings, Surroundings around) {
        return open(settings, around, EmbeddedPostgres::start);
    }

    /** Opens what is kept for a command beside the server, which may be running. */
    static Store beside(Settings settings, Surroundings around) {
        return open(settings, around, EmbeddedPostgres::beside);
    }

    private static Store open(Settings settings, Surroundings around, Function<Path, EmbeddedPostgres> postgres) {
        Path data = data(settings, around);
        Optional<String> outside = settings.text(Setting.DATABASE_URL);
        Optional<String> given = settings.text(Setting.PEPPER);
        if (around.environment().containsKey(CLOUD_RUN)
                && (outside.isEmpty()
                        || given.isEmpty()
                        || !settings.has(Setting.KEYS)
                        || !settings.has(Setting.BUCKET))) {
            throw new BadSettingsException("what is written on Cloud Run is gone with the instance: DATABASE_URL,"
                    + " CLOUD_STORAGE_BUCKET, FERTIVISION_PEPPER and FERTIVISION_KEYS are needed there");
        }
        folder(data);
        long started = System.nanoTime();
        EmbeddedPostgres embedded = outside.isPresent() ? null : postgres.apply(data.resolve("postgresql"));
        Duration waited = Duration.ofNanos(System.nanoTime() - started);
        try {
            DatabaseAddress address = embedded == null
                    ? address(outside.orElseThrow())
                    : new DatabaseAddress(embedded.url(), EmbeddedPostgres.USER, embedded.password());
            BlobStore blobs = blobs(settings, data, around.clock());
            String pepper = given.orElseGet(() -> kept(data.resolve(PEPPER)));
            Database database =
                    Database.open(address, settings.number(Setting.POOL), settings.number(Setting.INSTANCES));
            return new Store(database, embedded, waited, pepper, blobs, master(settings, data, database));
        } catch (RuntimeException e) {
            if (embedded != null) {
                embedded.close();
            }
            throw e;
        }
    }

    private static Path data(Settings settings, Surroundings around) {
        return settings.text(Setting.DATA).map(Path::of).orElseGet(() -> usual(around.environment()));
    }

    /** The files of the secrets that no backup holds, but for those that the settings bring themselves. */
    static List<Path> secrets(Settings settings, Surroundings around) {
        Path data = data(settings, around);
        Path keys = keys(settings, data);
        return settings.has(Setting.PEPPER) ? List.of(keys) : List.of(keys, data.resolve(PEPPER));
    }

    private static Path keys(Settings settings, Path data) {
        return settings.text(Setting.KEYS).map(Path::of).orElseGet(() -> data.resolve("keys.json"));
    }

    private static BlobStore blobs(Settings settings, Path data, Clock clock) {
        Optional<String> bucket = settings.text(Setting.BUCKET);
        if (bucket.isEmpty()) {
            return new BlobFolder(data.resolve("blobs"), clock);
        }
        Optional<String> emulator = settings.text(Setting.STORAGE_EMULATOR);
        GoogleApi api = emulator.isPresent()
                ? new GoogleApi(address("STORAGE_EMULATOR_HOST", emulator.get()), Optional::empty, FIRST_PAUSE)
                : new GoogleApi(CLOUD_STORAGE, new MetadataServer(clock), FIRST_PAUSE);
        return new BlobBucket(api, bucket.get());
    }

    private static URI address(String variable, String text) {
        if (!text.matches("http://[A-Za-z0-9.-]+:[0-9]{1,5}")) {
            throw new BadSettingsException(variable + " is http://host:port");
        }
        return URI.create(text);
    }

    private static MasterKey master(Settings settings, Path data, Database database) {
        try {
            MasterKey master = MasterKey.open(keys(settings, data));
            new DataKeys(master).check(database);
            return master;
        } catch (IllegalArgumentException e) {
            database.close();
            throw new BadSettingsException("FERTIVISION_KEYS: " + e.getMessage());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static DatabaseAddress address(String text) {
        try {
            return DatabaseAddress.of(text);
        } catch (IllegalArgumentException e) {
            throw new BadSettingsException("DATABASE_URL: " + e.getMessage());
        }
    }

    private static Path usual(Map<String, String> environment) {
        String base = environment.getOrDefault("XDG_DATA_HOME", "");
        Path parent =
                base.isBlank() ? Path.of(environment.getOrDefault("HOME", ".")).resolve(".local/share") : Path.of(base);
        return parent.resolve("fertivision");
    }

    private static void folder(Path data) {
        try {
            Files.createDirectories(data);
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new BadSettingsException("the data folder " + data + " cannot be made or is not ours");
        }
    }

    /** The pepper of a file; a new one where there is no file. */
    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[PEPPER_BYTES];
                new SecureRandom().nextBytes(random);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(random), StandardOpenOption.SYNC);
            }
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database. */
    Database database() {
        return database;
    }

    /** How long the start of a database of the server's own took, milliseconds; 0 where it has none. */
    long databaseMillis() {
        return waited.toMillis();
    }

    /** The images. */
    BlobStore blobs() {
        return blobs;
    }

    /** The keys under which images and texts are sealed. */
    DataKeys keys() {
        return keys;
    }

    /** The change of the master key. */
    Rotation rotation() {
        return new Rotation(master, database);
    }

    /** The key under which secrets are stored. */
    String pepper() {
        return pepper;
    }

    @Override
    public void close() {
        database.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
