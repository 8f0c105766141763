package org.fertivision.server.google;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object of a JSON answer, of which only texts, numbers and lists of objects are taken. */
public final class Reply {
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<Reply>> lists = new HashMap<>();

    private Reply() {}

    /**
     * The object of an answer.
     *
     * @throws IOException if it is none
     */
    public static Reply of(byte[] document) throws IOException {
        try (JsonParser json = JSON.createParser(document)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("Google answered with no object");
            }
            return object(json);
        }
    }

    private static Reply object(JsonParser json) throws IOException {
        Reply reply = new Reply();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_ARRAY) {
                reply.lists.put(name, list(json));
            } else if (token == JsonToken.START_OBJECT) {
                json.skipChildren();
            } else {
                reply.texts.put(name, json.getText());
            }
        }
        return reply;
    }

    private static List<Reply> list(JsonParser json) throws IOException {
        List<Reply> list = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == null) {
                throw new IOException("Google's answer breaks off");
            }
            if (token == JsonToken.START_OBJECT) {
                list.add(object(json));
            } else {
                json.skipChildren();
            }
        }
        return list;
    }

    /**
     * A text or number that has to be there.
     *
     * @throws IOException if it is not
     */
    public String text(String name) throws IOException {
        return find(name).orElseThrow(() -> new IOException("Google's answer has no " + name));
    }

    /** A text or number, if it is there. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /** The objects of a list; none where there is no list. */
    public List<Reply> all(String name) {
        return lists.getOrDefault(name, List.of());
    }
}
