package org.fertivision.server.settings;

import java.util.Locale;

/** Everything that an operator can set: the one list, from which the reading, the check and the documented table come. */
public enum Setting {
    /** Where clients connect. */
    PORT("PORT", Form.NUMBER, "8080", 0, 65_535, "The port to listen on; 0 takes any free one."),
    /** Which address of the machine. */
    HOST(
            "FERTIVISION_HOST",
            Form.TEXT,
            "127.0.0.1",
            0,
            0,
            "The address to listen on. The default is heard on this machine only; 0.0.0.0 is heard everywhere."),
    /** A file of settings. */
    CONFIG(
            "FERTIVISION_CONFIG",
            Form.TEXT,
            "",
            0,
            0,
            "A file of further settings, one NAME=VALUE a line, with the names of this table; lines that begin with #"
                    + " are skipped."),
    /** Where the server keeps its things. */
    DATA(
            "FERTIVISION_DATA",
            Form.TEXT,
            "",
            0,
            0,
            "The folder for the embedded database and the images. Without it, fertivision/ in XDG_DATA_HOME or"
                    + " ~/.local/share."),
    /** Another database. */
    DATABASE_URL(
            "DATABASE_URL",
            Form.SECRET,
            "",
            0,
            0,
            "A PostgreSQL 15 or later to use instead of the embedded one, as postgresql://user:password@host:port/name;"
                    + " the user may create roles."),
    /** Where images are kept in the cloud. */
    BUCKET(
            "CLOUD_STORAGE_BUCKET",
            Form.TEXT,
            "",
            0,
            0,
            "The bucket of Cloud Storage in which images are kept, sealed, instead of the data folder; asked with the token"
                    + " that the machine's metadata server gives."),
    /** Another Cloud Storage. */
    STORAGE_EMULATOR(
            "STORAGE_EMULATOR_HOST",
            Form.TEXT,
            "",
            0,
            0,
            "The address at which something else answers for Cloud Storage, as http://host:port; no token is sent to it."),
    /** Where times are told. */
    MONITORING_PROJECT(
            "FERTIVISION_MONITORING_PROJECT",
            Form.TEXT,
            "",
            0,
            0,
            "The project of Google Cloud to whose Cloud Monitoring the times of analyses are told every minute, and under"
                    + " which log lines name their traces. Without it, neither."),
    /** The key under which tokens are stored. */
    PEPPER(
            "FERTIVISION_PEPPER",
            Form.SECRET,
            "",
            0,
            0,
            "The key under which tokens are stored, 16 characters or more; the same for all instances. Without it, one is"
                    + " made and kept in the data folder."),
    /** The key of keys. */
    KEYS(
            "FERTIVISION_KEYS",
            Form.TEXT,
            "",
            0,
            0,
            "The file with the master key, under which the keys of images and texts are wrapped; the same for all instances,"
                    + " and kept apart from backups. Without it, keys.json in the data folder; made at the first start."),
    /** Connections to the database. */
    POOL("FERTIVISION_POOL", Form.NUMBER, "4", 1, 200, "Connections to the database of this instance."),
    /** How many instances. */
    INSTANCES(
            "FERTIVISION_INSTANCES",
            Form.NUMBER,
            "1",
            1,
            1_000,
            "How many instances work on the database at most; the start is refused where their connections together"
                    + " would be too many for it."),
    /** A memory that instances share. */
    REDIS_URL(
            "REDIS_URL",
            Form.SECRET,
            "",
            0,
            0,
            "A Redis in which instances count requests together and keep results for each other, sealed, for an hour; as"
                    + " redis://user:password@host:port, or rediss:// for TLS. Whatever it does, the server works on"
                    + " without it."),
    /** Other people's plug-ins. */
    PLUGINS(
            "FERTIVISION_PLUGINS",
            Form.TEXT,
            "",
            0,
            0,
            "The folder with the jars of other people's plug-ins. Without it, plugins/ beside lib/, if there."),
    /** How long deleted things stay. */
    GRACE_DAYS(
            "FERTIVISION_GRACE_DAYS",
            Form.NUMBER,
            "30",
            1,
            3_650,
            "Days for which images and results are kept on after their analysis was deleted; then they are purged."),
    /** Largest upload. */
    UPLOAD_MIB(
            "FERTIVISION_UPLOAD_MIB",
            Form.NUMBER,
            "30",
            1,
            2_000,
            "The largest body of a request, MiB. Cloud Run passes 32 MiB at most."),
    /** Largest file in pieces. */
    WHOLE_UPLOAD_MIB(
            "FERTIVISION_WHOLE_UPLOAD_MIB",
            Form.NUMBER,
            "500",
            1,
            100_000,
            "The largest file that comes in pieces (/v1/uploads), MiB."),
    /** All files in pieces of a tenant. */
    UPLOADS_MIB(
            "FERTIVISION_UPLOADS_MIB",
            Form.NUMBER,
            "10000",
            1,
            100_000_000,
            "How much of one tenant's files in pieces is kept at once, MiB; a file stays a day."),
    /** How many analyses at once. */
    ANALYSES_AT_ONCE(
            "FERTIVISION_ANALYSES_AT_ONCE",
            Form.NUMBER,
            "",
            0,
            1_000,
            "How many analyses are measured at once; 0 leaves them to other instances. Without it, one for each"
                    + " processor."),
    /** How many proxies. */
    PROXIES(
            "FERTIVISION_PROXIES",
            Form.NUMBER,
            "0",
            0,
            10,
            "How many proxies stand in front, each of which adds to X-Forwarded-For whom it serves; 0 believes no such"
                    + " header, and all that comes through a proxy then counts as one address."),
    /** Refused tokens of one address. */
    REFUSED_TOKENS_PER_MINUTE(
            "FERTIVISION_REFUSED_TOKENS_PER_MINUTE",
            Form.NUMBER,
            "10",
            0,
            1_000_000,
            "How many tokens of one address may be refused in a minute; then none of its tokens is looked at for a"
                    + " while. 0 for any number, as for the four below."),
    /** Reading requests of one token. */
    READS_PER_MINUTE(
            "FERTIVISION_READS_PER_MINUTE", Form.NUMBER, "600", 0, 1_000_000, "Reading requests of one token."),
    /** Writing requests of one token. */
    WRITES_PER_MINUTE(
            "FERTIVISION_WRITES_PER_MINUTE", Form.NUMBER, "120", 0, 1_000_000, "Other requests of one token."),
    /** Reading requests of one tenant. */
    TENANT_READS_PER_MINUTE(
            "FERTIVISION_TENANT_READS_PER_MINUTE",
            Form.NUMBER,
            "3000",
            0,
            1_000_000,
            "Reading requests of one tenant."),
    /** Writing requests of one tenant. */
    TENANT_WRITES_PER_MINUTE(
            "FERTIVISION_TENANT_WRITES_PER_MINUTE", Form.NUMBER, "600", 0, 1_000_000, "Other requests of one tenant."),
    /** How many analyses may wait. */
    QUEUE(
            "FERTIVISION_QUEUE",
            Form.NUMBER,
            "1000",
            1,
            1_000_000,
            "How many analyses of one tenant may wait or be measured; further ones are refused until some are done."),
    /** Time for an analysis. */
    ANALYSIS_SECONDS(
            "FERTIVISION_ANALYSIS_SECONDS", Form.NUMBER, "30", 1, 3_600, "Seconds that one analysis may take."),
    /** Memory of a process that measures. */
    CHILD_MIB(
            "FERTIVISION_CHILD_MIB",
            Form.NUMBER,
            "512",
            0,
            1_000_000,
            "The most memory (Java heap, MiB) of each process that measures; there is one for each analysis that is"
                    + " measured at once. 0 measures in the server's own process, which one image can then end."),
    /** Memory of the largest process that measures. */
    CHILD_MOST_MIB(
            "FERTIVISION_CHILD_MOST_MIB",
            Form.NUMBER,
            "2048",
            0,
            1_000_000,
            "The memory of the process that measures once more what needed more than FERTIVISION_CHILD_MIB. Not above it"
                    + " for no second attempt."),
    /** Time for the head of a request. */
    HEAD_SECONDS(
            "FERTIVISION_HEAD_SECONDS",
            Form.NUMBER,
            "10",
            1,
            300,
            "Seconds within which the head of a request is there, from its first byte or from the connection on; later"
                    + " the connection is closed."),
    /** Time over which a body's rate is taken. */
    BODY_SECONDS(
            "FERTIVISION_BODY_SECONDS",
            Form.NUMBER,
            "10",
            1,
            300,
            "Seconds over which a body must bring 1 KiB for each of them, and an answer must be taken on; slower, the"
                    + " connection is closed."),
    /** Time between requests. */
    IDLE_SECONDS(
            "FERTIVISION_IDLE_SECONDS",
            Form.NUMBER,
            "60",
            1,
            3_600,
            "Seconds that a connection stays open between two requests."),
    /** Most connections. */
    CONNECTIONS(
            "FERTIVISION_CONNECTIONS",
            Form.NUMBER,
            "2000",
            1,
            100_000,
            "Most connections at once; further ones wait to be accepted."),
    /** Most connections of one address. */
    CONNECTIONS_PER_ADDRESS(
            "FERTIVISION_CONNECTIONS_PER_ADDRESS",
            Form.NUMBER,
            "50",
            0,
            100_000,
            "Most connections at once from one other machine, 0 for no such limit (behind a load balancer). Connections"
                    + " of this machine are not counted."),
    /** Whether the names of the application before are answered. */
    COMPAT(
            "FERTIVISION_COMPAT",
            Form.NUMBER,
            "0",
            0,
            1,
            "1 answers the routes of the application before (/api/v1/analyze and so on), too; 0 does not."),
    /** Time to finish what was accepted. */
    DRAIN_SECONDS(
            "FERTIVISION_DRAIN_SECONDS",
            Form.NUMBER,
            "7",
            0,
            3_600,
            "Seconds after SIGTERM in which accepted requests are finished.");

    /** What a value looks like. */
    public enum Form {
        /** A whole number within a range. */
        NUMBER,
        /** Any text. */
        TEXT,
        /** Text that is neither shown nor taken from a command line, which other users of a machine can read. */
        SECRET
    }

    private static final String OURS = "FERTIVISION_";

    private final String variable;
    private final Form form;
    private final String usual;
    private final int lowest;
    private final int highest;
    private final String meaning;

    Setting(String variable, Form form, String usual, int lowest, int highest, String meaning) {
        this.variable = variable;
        this.form = form;
        this.usual = usual;
        this.lowest = lowest;
        this.highest = highest;
        this.meaning = meaning;
    }

    /** Its name in the environment and in files. */
    public String variable() {
        return variable;
    }

    /** Its name on the command line; a secret has none. */
    public String flag() {
        String name = variable.startsWith(OURS) ? variable.substring(OURS.length()) : variable;
        return form == Form.SECRET ? "" : "--" + name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a value looks like. */
    public Form form() {
        return form;
    }

    /** The value where none is given; empty for none. */
    public String usual() {
        return usual;
    }

    /** The smallest number allowed. */
    public int lowest() {
        return lowest;
    }

    /** The largest number allowed. */
    public int highest() {
        return highest;
    }

    /** What it does. */
    public String meaning() {
        return meaning;
    }
}
