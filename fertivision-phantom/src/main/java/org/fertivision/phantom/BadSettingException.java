package org.fertivision.phantom;

/** Says which phantom or setting cannot be had, and what can. */
public final class BadSettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** The message names the setting, the value given and what is accepted. */
    BadSettingException(String message) {
        super(message);
    }
}
