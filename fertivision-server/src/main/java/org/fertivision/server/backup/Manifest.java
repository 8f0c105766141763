package org.fertivision.server.backup;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fertivision.server.http.Json;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.seal.BrokenSealException;
import org.fertivision.server.seal.DataKey;
import org.fertivision.server.seal.DataKeys;

/**
 * What is in a backup, sealed under a key of its own; that key stands beside it, wrapped under the master key.
 *
 * @param madeAt when
 * @param version of the server that made it
 * @param scripts hash of the scripts that made its tables
 * @param pepper a code of the pepper, which tells whether it is the one of the tokens
 * @param tables the tables in the order in which they go back
 * @param images how many blobs there are
 */
record Manifest(String madeAt, String version, String scripts, String pepper, List<Rows> tables, long images) {
    private static final String HEAD = "backup.json";
    private static final String SEALED = "manifest.sealed";
    private static final String TABLE = "backup";
    private static final String COLUMN = "manifest";
    private static final UUID NOBODY = new UUID(0, 0);

    /**
     * A table with so many rows.
     *
     * @param table its name
     * @param count its rows
     */
    record Rows(String table, long count) {}

    /**
     * A manifest as it was read, with the key of the backup.
     *
     * @param manifest what is in it
     * @param key under which its tables are sealed
     */
    record Opened(Manifest manifest, DataKey key) {}

    /** Copies the list. */
    Manifest {
        tables = List.copyOf(tables);
    }

    /** A key for a backup. */
    static DataKey freshKey(DataKeys keys) {
        return keys.fresh(NOBODY);
    }

    /** Writes it, and the wrapped key, into a folder. */
    void write(Path folder, DataKey key, DataKeys keys) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("madeAt", madeAt);
        members.put("version", version);
        members.put("scripts", scripts);
        members.put("pepper", pepper);
        members.put("images", images);
        members.put(
                "tables",
                tables.stream()
                        .map(rows -> Map.of("table", rows.table(), "count", rows.count()))
                        .toList());
        Files.write(folder.resolve(SEALED), key.seal(Json.bytes(members), TABLE, COLUMN, key.id()));
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("madeAt", madeAt);
        head.put("version", version);
        head.put("key", key.id().toString());
        head.put("wrapped", HexFormat.of().formatHex(keys.wrapped(key)));
        Files.write(folder.resolve(HEAD), Json.bytes(head));
    }

    /**
     * Reads that of a folder.
     *
     * @throws BackupFailedException if there is none, or it is not as it was written
     */
    static Opened read(Path folder, DataKeys keys) throws IOException {
        if (!Files.exists(folder.resolve(HEAD))) {
            throw new BackupFailedException(folder + " holds no backup: " + HEAD + " is missing");
        }
        try {
            JsonFields head = JsonFields.of(Files.readAllBytes(folder.resolve(HEAD)));
            DataKey key = keys.unwrapped(
                    NOBODY, UUID.fromString(head.text("key")), HexFormat.of().parseHex(head.text("wrapped")));
            return new Opened(
                    of(JsonFields.of(key.open(Files.readAllBytes(folder.resolve(SEALED)), TABLE, COLUMN, key.id()))),
                    key);
        } catch (BrokenSealException e) {
            throw new BackupFailedException("the backup in " + folder + " was made under another master key than the"
                    + " file of FERTIVISION_KEYS holds, or " + HEAD + " or " + SEALED + " is not as it was written");
        } catch (ProblemException | IllegalArgumentException e) {
            throw new BackupFailedException(HEAD + " in " + folder + " is not as it was written");
        }
    }

    private static Manifest of(JsonFields json) {
        List<Rows> tables = new ArrayList<>();
        for (JsonFields table : json.objects("tables")) {
            tables.add(new Rows(table.text("table"), number(table, "count")));
        }
        return new Manifest(
                json.text("madeAt"),
                json.text("version"),
                json.text("scripts"),
                json.text("pepper"),
                tables,
                number(json, "images"));
    }

    private static long number(JsonFields json, String name) {
        return json.number(name).map(BigDecimal::longValueExact).orElseThrow();
    }

    /** Where the rows of a table stand in a folder. */
    static Path table(Path folder, String name) {
        return folder.resolve("tables").resolve(name);
    }

    /** The row for which a table is sealed. */
    static UUID place(String table) {
        return UUID.nameUUIDFromBytes(table.getBytes(StandardCharsets.UTF_8));
    }
}
