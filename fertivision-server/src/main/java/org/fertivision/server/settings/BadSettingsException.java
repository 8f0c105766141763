package org.fertivision.server.settings;

/** A setting that cannot be taken; the message is for the operator. */
public final class BadSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says in one sentence which setting is wrong and what would do. */
    public BadSettingsException(String sentence) {
        super(sentence);
    }
}
