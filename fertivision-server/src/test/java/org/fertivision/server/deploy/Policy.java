package org.fertivision.server.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What has to be so in the files of {@code deploy/}.
 *
 * @param name a sentence
 * @param check tells each violation
 */
record Policy(String name, BiConsumer<DeployFolder, Violations> check) {
    /** The violations that a check found. */
    static final class Violations {
        private final List<String> all = new ArrayList<>();

        /** It has to be so, or else this is the violation. */
        void unless(boolean so, String violation) {
            if (!so) {
                all.add(violation);
            }
        }
    }

    /** What violates it; what cannot be read does, too. */
    List<String> violations(DeployFolder folder) {
        Violations violations = new Violations();
        try {
            check.accept(folder, violations);
        } catch (RuntimeException e) {
            violations.unless(false, "cannot be read: " + e);
        }
        return List.copyOf(violations.all);
    }

    @Override
    public String toString() {
        return name;
    }
}
