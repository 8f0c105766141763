package org.fertivision.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fertivision.phantom.FilmPhantom;
import org.fertivision.phantom.Films;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.Phantoms;
import org.fertivision.phantom.Setting;

/** A picture or a film about to be drawn. */
interface Drawing {
    /** What can be set. */
    List<Setting> settings();

    /** The same with one setting changed. */
    Drawing with(String name, String value);

    /** Draws it into a file, and writes its truth beside it; the answer is the truth's file. */
    Path write(Path file) throws IOException;

    /** What is drawn for a kind of analysis: a film if that kind looks at videos. */
    static Drawing of(String kind, long seed) {
        if (Films.kinds().contains(kind)) {
            return new OfFilm(Films.of(kind).seed(seed));
        }
        if (Phantoms.kinds().contains(kind)) {
            return new OfStill(Phantoms.of(kind).seed(seed));
        }
        List<String> known =
                Stream.concat(Phantoms.kinds().stream(), Films.kinds().stream()).toList();
        throw new Failure(
                ExitCode.REQUEST,
                "there is no phantom of '" + kind + "'." + Near.question(kind, known) + " Known: "
                        + String.join(", ", known) + ".");
    }

    /** A picture. */
    record OfStill(Phantom phantom) implements Drawing {
        @Override
        public List<Setting> settings() {
            return phantom.settings();
        }

        @Override
        public Drawing with(String name, String value) {
            return new OfStill(phantom.with(name, value));
        }

        @Override
        public Path write(Path file) throws IOException {
            return phantom.draw().write(file);
        }
    }

    /** A film. */
    record OfFilm(FilmPhantom phantom) implements Drawing {
        @Override
        public List<Setting> settings() {
            return phantom.settings();
        }

        @Override
        public Drawing with(String name, String value) {
            return new OfFilm(phantom.with(name, value));
        }

        @Override
        public Path write(Path file) throws IOException {
            return phantom.film().write(file);
        }
    }
}
