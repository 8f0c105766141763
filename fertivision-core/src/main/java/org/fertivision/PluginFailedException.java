package org.fertivision;

import org.fertivision.spi.Id;

/** An analyzer or reader failed in a way that it should not: a bug of the plug-in, not of the image. */
public final class PluginFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Id plugin;

    PluginFailedException(Id plugin, Throwable cause) {
        super("plug-in " + plugin + " failed: " + cause, cause);
        this.plugin = plugin;
    }

    /** Which plug-in. */
    public Id plugin() {
        return plugin;
    }
}
