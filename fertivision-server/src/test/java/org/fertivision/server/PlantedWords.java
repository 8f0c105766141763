package org.fertivision.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fertivision.server.store.DatabaseAddress;
import org.postgresql.PGConnection;

/** Words that no server makes up by itself: planted in what is sent, looked for in what is kept and told. */
final class PlantedWords {
    private final String name;
    private final String number;
    private final List<String> secrets = new ArrayList<>();
    private int count;

    /** Words of one test. */
    PlantedWords() {
        int some = (int) (System.nanoTime() % 9_000_000) + 1_000_000;
        this.name = "Quackenbush" + some;
        this.number = "7305" + some + "31";
    }

    /** A name of a person, another one each time, of the letters that names of parameters may have. */
    String person() {
        return name + "x" + ++count;
    }

    /** A number of a record. */
    String record() {
        return number;
    }

    /** Remembers a secret that must not be found. */
    void secret(String text) {
        secrets.add(text);
    }

    /** A form of a request and an image, in whose file names and headers names stand. */
    byte[] form(byte[] image, String request) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--frontier\r\nContent-Disposition: form-data; name=\"request\"; filename=\"" + person()
                        + ".json\"\r\nX-Patient: " + person() + "\r\n\r\n" + request
                        + "\r\n--frontier\r\nContent-Disposition: form-data; name=\"image\"; filename=\""
                        + person() + " " + record()
                        + ".png\"\r\nContent-Type: image/png; name=" + person() + "\r\n\r\n")
                .getBytes(UTF_8));
        form.writeBytes(image);
        form.writeBytes("\r\n--frontier--\r\n".getBytes(UTF_8));
        return form.toByteArray();
    }

    /** How many names were planted. */
    int planted() {
        return count;
    }

    /** What of these words stands in a text, or in bytes that hold it plain or as hexadecimal digits. */
    List<String> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        Stream.concat(Stream.of(name, number), secrets.stream()).forEach(word -> {
            String plain = word.toLowerCase(Locale.ROOT);
            for (String form : List.of(plain, HexFormat.of().formatHex(word.getBytes(UTF_8)))) {
                int at = lower.indexOf(form);
                if (at >= 0) {
                    found.add(text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 80)));
                }
            }
        });
        return found;
    }

    /** What of them stands in the files of a folder, or in their names. */
    List<String> inFiles(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.addAll(in(file.toString()));
                found.addAll(in(new String(Files.readAllBytes(file), ISO_8859_1)));
            }
        }
        return found;
    }

    /** What of them stands in a database, dumped as text, with all rows of all tables. */
    List<String> inDatabase(String address) throws SQLException, IOException {
        DatabaseAddress at = DatabaseAddress.of(address);
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(at.url(), at.user(), at.password());
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                ByteArrayOutputStream dump = new ByteArrayOutputStream();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY " + table + " TO STDOUT (FORMAT csv, HEADER)", dump);
                in(dump.toString(UTF_8)).forEach(hit -> found.add(table + ": " + hit));
            }
        }
        return found;
    }
}
