package org.fertivision.cli;

import java.util.Iterator;
import org.fertivision.FertiVision;

/** The kinds that FertiVision itself brings, for a shell that completes words. */
final class BuiltInKinds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        try (FertiVision engine = FertiVision.create()) {
            return engine.plugins().analyzers().stream()
                    .filter(kind -> kind.id().isReserved())
                    .map(Kind::word)
                    .toList()
                    .iterator();
        }
    }
}
