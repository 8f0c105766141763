package org.fertivision.server.child;

import java.io.IOException;
import java.io.InputStream;

/** Something that belongs to a question: the parent has it, and the child opens it any number of times. */
@FunctionalInterface
public interface Input {
    /**
     * Opens it.
     *
     * @throws IOException if it cannot be had
     */
    InputStream open() throws IOException;
}
