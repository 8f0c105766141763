package org.fertivision.report;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON in its one canonical form (RFC 8785): members sorted by their names' UTF-16 units, numbers as ECMAScript
 * prints them, no space, UTF-8. A lone surrogate, which UTF-8 cannot carry, is written as U+FFFD.
 */
final class CanonicalJson {
    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder(1 << 12);

    private CanonicalJson() {}

    /** The canonical text of a value. */
    static String text(Json value) {
        CanonicalJson writer = new CanonicalJson();
        writer.write(value);
        return writer.out.toString();
    }

    /** The canonical bytes of a value. */
    static byte[] bytes(Json value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    private void write(Json value) {
        if (value instanceof Json.Text text) {
            quote(text.text());
        } else if (value instanceof Json.Figure figure) {
            EcmaNumber.append(out, figure.value());
        } else if (value instanceof Json.Flag flag) {
            out.append(flag.value());
        } else if (value instanceof Json.Written written) {
            out.append(written.text());
        } else if (value instanceof Json.Sequence sequence) {
            writeSequence(sequence.elements());
        } else if (value instanceof Json.Row row) {
            writeRow(row);
        } else if (value instanceof Json.Members members) {
            writeMembers(members);
        }
    }

    private void writeSequence(List<? extends Json> elements) {
        out.append('[');
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(elements.get(i));
        }
        out.append(']');
    }

    private void writeRow(Json.Row row) {
        out.append('[');
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            EcmaNumber.append(out, row.at(i));
        }
        out.append(']');
    }

    private void writeMembers(Json.Members members) {
        out.append('{');
        Iterator<Map.Entry<String, Json>> rest = members.named().entrySet().iterator();
        while (rest.hasNext()) {
            Map.Entry<String, Json> member = rest.next();
            quote(member.getKey());
            out.append(':');
            write(member.getValue());
            if (rest.hasNext()) {
                out.append(',');
            }
        }
        out.append('}');
    }

    private void quote(String text) {
        out.append('"');
        int plain = plainLetters(text);
        out.append(text, 0, plain);
        for (int i = plain; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                out.append(REPLACEMENT);
            } else {
                escape(c);
            }
        }
        out.append('"');
    }

    /** How many letters at the beginning are written as they are. */
    private static int plainLetters(String text) {
        int i = 0;
        while (i < text.length()
                && text.charAt(i) >= ' '
                && text.charAt(i) < 0x7F
                && "\"\\".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ') {
                    out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
