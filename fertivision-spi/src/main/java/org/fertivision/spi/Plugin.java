package org.fertivision.spi;

/** Something that plugs in. One object serves many threads, so it keeps no state; its constructor does no work. */
public interface Plugin {
    /** What it is: pure data, equal at every call. */
    Descriptor descriptor();
}
