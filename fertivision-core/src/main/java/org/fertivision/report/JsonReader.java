package org.fertivision.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.RejectedException;
import org.jspecify.annotations.Nullable;

/** Reads one JSON value, within bounds: nesting, length of a text or number, size of the whole. */
final class JsonReader {
    private static final int DEEPEST = 16;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 256;

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The value that the bytes spell; nothing may follow it. */
    static Json read(byte[] bytes, int mostBytes) {
        if (bytes.length > mostBytes) {
            throw new RejectedException(Rejection.of(
                    RejectionCode.PAYLOAD_TOO_LARGE,
                    "The document has more bytes than are read.",
                    new Rejection.Limit("bytes", mostBytes, bytes.length)));
        }
        try (JsonParser parser = factory().createParser(bytes)) {
            parser.nextToken();
            Json value = new JsonReader(parser).value();
            if (parser.nextToken() != null) {
                throw wrong(parser, "Something follows the document.", null);
            }
            return value;
        } catch (IOException e) { // of bytes in memory: it can only be about what they say
            throw wrong(offset(e), "The bytes are not the JSON of a document: " + firstLine(e), e);
        }
    }

    /** A factory for one reading: nothing of it stays behind, neither names nor buffers of a thread. */
    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .build())
                .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private Json value() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw wrong(parser, "The document is empty.", null);
        }
        return switch (token) {
            case START_OBJECT -> members();
            case START_ARRAY -> elements();
            case VALUE_STRING -> new Json.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Figure(figure());
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            case VALUE_NULL -> throw wrong(parser, "A document has no null: what is unknown is absent.", null);
            default -> throw wrong(parser, "A document has no " + token + " here.", null);
        };
    }

    private Json members() throws IOException {
        Json.Members members = new Json.Members();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value());
        }
        return members;
    }

    private Json elements() throws IOException {
        if (parser.nextToken().isNumeric()) {
            return figures();
        }
        return sequence(new ArrayList<>());
    }

    /** The numbers from the current token on; a list of values as soon as something else comes. */
    private Json figures() throws IOException {
        double[] figures = new double[2];
        int count = 0;
        while (parser.currentToken().isNumeric()) {
            if (count == figures.length) {
                figures = Arrays.copyOf(figures, 2 * count);
            }
            figures[count++] = figure();
            parser.nextToken();
        }
        figures = Arrays.copyOf(figures, count);
        if (parser.currentToken() == JsonToken.END_ARRAY) {
            return Json.row(figures);
        }
        List<Json> elements = new ArrayList<>();
        for (double figure : figures) {
            elements.add(new Json.Figure(figure));
        }
        return sequence(elements);
    }

    private Json sequence(List<Json> elements) throws IOException {
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            elements.add(value());
            parser.nextToken();
        }
        return new Json.Sequence(elements);
    }

    private double figure() throws IOException {
        double figure = parser.getDoubleValue();
        if (!Double.isFinite(figure)) {
            throw wrong(parser, "A number is too large.", null);
        }
        return figure;
    }

    private static long offset(IOException e) {
        JsonLocation place = e instanceof JsonProcessingException jackson ? jackson.getLocation() : null;
        return place == null ? -1 : place.getByteOffset();
    }

    private static String firstLine(IOException e) {
        String message = e instanceof JsonProcessingException jackson ? jackson.getOriginalMessage() : e.getMessage();
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }

    private static RejectedException wrong(JsonParser parser, String detail, @Nullable Throwable cause) {
        return wrong(parser.currentTokenLocation().getByteOffset(), detail, cause);
    }

    private static RejectedException wrong(long offset, String detail, @Nullable Throwable cause) {
        Rejection rejection = Rejection.of(RejectionCode.INVALID_REQUEST, detail);
        Rejection placed = offset < 0 ? rejection : rejection.at(offset);
        return cause == null ? new RejectedException(placed) : new RejectedException(placed, cause);
    }
}
