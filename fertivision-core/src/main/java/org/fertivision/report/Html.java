package org.fertivision.report;

/**
 * Collects HTML or SVG, with every text and attribute escaped. Names of elements and attributes come from our own code
 * only.
 */
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 14);

    /** Begins an element; attributes are names and values by turns. */
    Html open(String element, String... attributes) {
        begin(element, attributes);
        out.append('>');
        return this;
    }

    /** An element that has no content and no end. */
    Html single(String element, String... attributes) {
        begin(element, attributes);
        out.append("/>");
        return this;
    }

    Html close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    /** A whole element with text inside. */
    Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** What another collector collected. */
    Html add(Html other) {
        out.append(other.out);
        return this;
    }

    /** Our own style sheet or another text that must not be escaped. */
    Html raw(String own) {
        out.append(own);
        return this;
    }

    Html line() {
        out.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void begin(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isAllowed(text, i) ? c : '\uFFFD');
            }
        }
    }

    /** Whether a character may stand in HTML: no control characters, no half of a pair. */
    private static boolean isAllowed(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        boolean isControl = c < ' ' || (c >= '\u007f' && c <= '\u009f');
        return c == '\n' || c == '\t' || (!isControl && c < '\ufffe');
    }
}
