package org.fertivision.phantom;

import java.io.IOException;
import java.nio.file.Path;

/** What a phantom draws: a picture or a film, of which the truth is known. */
public sealed interface Rendered permits Drawn, Film {
    /**
     * Writes it to a file, and its truth beside it as {@code FILE.truth.json}.
     *
     * @return the file of the truth
     * @throws BadSettingException if the name's ending is none that can be written
     */
    Path write(Path file) throws IOException;
}
