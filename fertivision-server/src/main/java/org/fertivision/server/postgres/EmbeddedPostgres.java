package org.fertivision.server.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that lives in one folder: its programs, its cluster, the password of its only user. It is heard on this
 * machine alone, on any free port. One that a killed server left running is taken over, and one that ends by itself is started
 * again at the same port.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The only user of the cluster. */
    public static final String USER = "fertivision";

    private static final String VERSION = "16.15.0";
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int PASSWORD_BYTES = 24;
    private static final int PORT_LINE = 3;
    private static final int TRIES = 3;
    private static final int MINUTES = 2;
    private static final List<String> OPTIONS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=60",
            "shared_buffers=64MB",
            "log_min_error_statement=panic",
            "log_parameter_max_length_on_error=0");

    private final Path folder;
    private final @Nullable FileChannel lock;
    private final String password;
    private final int port;
    private final @Nullable Revival revival;

    private EmbeddedPostgres(Path folder, @Nullable FileChannel lock, String password, int port) {
        this.folder = folder;
        this.lock = lock;
        this.password = password;
        this.port = port;
        this.revival = lock == null
                ? null
                : new Revival(
                        folder.resolve("cluster"), () -> begin(folder, port).code() == 0);
    }

    /**
     * Starts the PostgreSQL of a folder; makes all that is missing.
     *
     * @throws IllegalStateException if it cannot be started, with the reason for the operator
     */
    public static EmbeddedPostgres start(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            FileChannel lock = lock(folder);
            if (lock == null) {
                throw new IllegalStateException("another server uses the folder " + folder);
            }
            unpack(folder);
            String password = cluster(folder);
            return new EmbeddedPostgres(folder, lock, password, run(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The PostgreSQL of a folder beside the server that uses it, which goes on; without one it is started.
     *
     * @throws IllegalStateException if it cannot be started, with the reason for the operator
     */
    public static EmbeddedPostgres beside(Path folder) {
        try {
            FileChannel lock = Files.exists(folder) ? lock(folder) : null;
            if (lock != null) {
                lock.close();
            }
            return lock != null || !Files.exists(folder)
                    ? start(folder)
                    : new EmbeddedPostgres(folder, null, cluster(folder), run(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lock of a folder, or null where another server has it. */
    private static @Nullable FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = tryLock(channel);
        if (held == null) {
            channel.close();
            return null;
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void unpack(Path folder) throws IOException {
        if (Files.exists(software(folder))) {
            return;
        }
        try (InputStream archive = EmbeddedPostgres.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new IllegalStateException("no PostgreSQL is packed for this kind of machine: set DATABASE_URL");
            }
            Archive.unpack(archive, software(folder));
        }
    }

    private static Path software(Path folder) {
        return folder.resolve("postgresql-" + VERSION);
    }

    /** Makes the cluster where there is none; answers the password. */
    private static String cluster(Path folder) throws IOException {
        Path passwordFile = folder.resolve("password");
        Path cluster = folder.resolve("cluster");
        if (Files.exists(cluster)) {
            return Files.readString(passwordFile).strip();
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password + "\n");
        Path half = folder.resolve("cluster-half-made");
        delete(half);
        Said said = say(
                folder,
                "initdb",
                List.of(
                        "-D",
                        half.toString(),
                        "-U",
                        USER,
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--data-checksums",
                        "--auth=scram-sha-256",
                        "--no-instructions",
                        "--pwfile=" + passwordFile));
        if (said.code() != 0) {
            throw new IllegalStateException("PostgreSQL could not make its cluster: " + said.text());
        }
        Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, @Nullable IOException trouble) throws IOException {
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Starts the cluster where it does not run; answers its port. */
    private static int run(Path folder) throws IOException {
        Path cluster = folder.resolve("cluster");
        if (control(folder, "status").code() == 0) {
            return Integer.parseInt(Files.readAllLines(cluster.resolve("postmaster.pid"))
                    .get(PORT_LINE)
                    .strip());
        }
        Said said = new Said(1, "");
        for (int i = 0; i < TRIES; i++) {
            int port = freePort();
            said = begin(folder, port);
            if (said.code() == 0) {
                return port;
            }
        }
        throw new IllegalStateException(
                "PostgreSQL did not start: " + said.text() + " (see " + folder + "/postgresql.log)");
    }

    private static Said begin(Path folder, int port) throws IOException {
        StringBuilder options = new StringBuilder("-p " + port);
        OPTIONS.forEach(option -> options.append(" -c '").append(option).append("'"));
        String log = folder.resolve("postgresql.log").toString();
        return control(folder, "start", "-w", "-t", "60", "-l", log, "-o", options.toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private record Said(int code, String text) {}

    private static Said control(Path folder, String what, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(what, "-D", folder.resolve("cluster").toString()));
        arguments.addAll(List.of(more));
        return say(folder, "pg_ctl", arguments);
    }

    /** Runs a program of PostgreSQL, which refuses to run as root: root gets a user namespace around it. */
    private static Said say(Path folder, String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(software(folder).resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        Path output = Files.createTempFile(folder, program, ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Said(1, program + " did not end");
            }
            return new Said(
                    process.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Said(1, program + " was interrupted");
        } finally {
            Files.delete(output);
        }
    }

    /** Where it is heard, for JDBC. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** The password of its user. */
    public String password() {
        return password;
    }

    /** Ends it, with all that was committed on the disk; one that another server uses goes on. */
    @Override
    public void close() {
        if (lock == null || revival == null) {
            return;
        }
        revival.end();
        try {
            control(folder, "stop", "-m", "fast", "-w");
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
