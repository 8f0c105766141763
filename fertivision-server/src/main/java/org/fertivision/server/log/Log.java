package org.fertivision.server.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line. An event is a fixed word, and its details are only those of {@link Detail}: nothing that a
 * client sent, no name, no path as typed, no token. Of what libraries say only the place and the kind of trouble is
 * written, since their words may hold anything. Thread-safe.
 */
public final class Log {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String CLOUD_TRACE = "logging.googleapis.com/trace";
    private static final int FRAMES = 12;
    private static final int CAUSES = 4;

    private final PrintStream to;
    private final Clock clock;
    private final String traces;

    /** The details that an event may have. */
    public enum Detail {
        /** The id of the request. */
        REQUEST("request"),
        /** The id of the trace that the request belongs to, 32 hexadecimal digits. */
        TRACE("trace"),
        /** GET, POST and so on. */
        METHOD("method"),
        /** The route's template, not the path. */
        ROUTE("route"),
        /** The status of the answer. */
        STATUS("status"),
        /** The code of the problem. */
        PROBLEM("problem"),
        /** How long it took, milliseconds. */
        MILLIS("ms"),
        /** How long the server's own database took of it, milliseconds. */
        DATABASE_MILLIS("database_ms"),
        /** How many bytes were answered. */
        BYTES("bytes"),
        /** How many of something. */
        COUNT("count"),
        /** A port or address the server listens on. */
        ADDRESS("address"),
        /** The id of an object of ours, which tells nothing of a person. */
        OBJECT("object"),
        /** A version. */
        VERSION("version");

        private final String name;

        Detail(String name) {
            this.name = name;
        }
    }

    /** A log that writes to the given stream. */
    public Log(PrintStream to, Clock clock) {
        this(to, clock, "");
    }

    private Log(PrintStream to, Clock clock, String traces) {
        this.to = to;
        this.clock = clock;
        this.traces = traces;
    }

    /** The same log, which names traces so that Cloud Logging groups lines by them. */
    public Log ofProject(String project) {
        return new Log(to, clock, "projects/" + project + "/traces/");
    }

    /** Something went as it should. */
    public void info(String event, Object... details) {
        write("info", event, null, details);
    }

    /** Something went wrong, and the server goes on. */
    public void warn(String event, @Nullable Throwable trouble, Object... details) {
        write("warning", event, trouble, details);
    }

    /** Takes over what libraries tell. */
    public void takeOverLibraries() {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new OfLibraries());
    }

    private void write(String level, String event, @Nullable Throwable trouble, Object... details) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField(
                    "time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
            json.writeStringField("severity", level.toUpperCase(java.util.Locale.ROOT));
            json.writeStringField("event", event);
            for (int i = 0; i + 1 < details.length; i += 2) {
                String detail = String.valueOf(details[i + 1]);
                json.writeStringField(((Detail) details[i]).name, detail);
                if (details[i] == Detail.TRACE && !traces.isEmpty() && !detail.equals("-")) {
                    json.writeStringField(CLOUD_TRACE, traces + detail);
                }
            }
            if (trouble != null) {
                writeTrouble(json, trouble);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a string takes everything", e);
        }
        to.println(line);
    }

    /** The classes and places of a trouble, without its words. */
    private static void writeTrouble(JsonGenerator json, Throwable trouble) throws IOException {
        json.writeArrayFieldStart("trouble");
        Throwable cause = trouble;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            json.writeString(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                json.writeString("at " + frames[i].getClassName() + "." + frames[i].getMethodName() + ":"
                        + frames[i].getLineNumber());
            }
            cause = cause.getCause();
        }
        json.writeEndArray();
    }

    /** Writes what libraries tell, without their words. */
    private final class OfLibraries extends Handler {
        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                write("warning", "library " + record.getLoggerName(), record.getThrown());
            }
        }

        @Override
        public void flush() {
            to.flush();
        }

        @Override
        public void close() {
            to.flush();
        }
    }
}
