package org.fertivision;

import java.lang.ref.WeakReference;
import org.fertivision.decode.Input;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;

/**
 * The bytes of a source, of which several fields may be pages: read anew only where nobody holds them any longer, so that
 * no more files are in memory than are looked at. Thread-safe.
 */
final class SharedFile {
    private final Source.OfBytes source;
    private final Limits limits;
    private WeakReference<Input> held = new WeakReference<>(null);

    SharedFile(Source.OfBytes source, Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** The bytes. */
    synchronized Input read() {
        Input known = held.get();
        if (known == null) {
            known = Input.read(source, limits);
            held = new WeakReference<>(known);
        }
        return known;
    }
}
