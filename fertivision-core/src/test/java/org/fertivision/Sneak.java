package org.fertivision;

/** Throws a checked exception from where none may be thrown, as Kotlin and Scala do. */
final class Sneak {
    private Sneak() {}

    static RuntimeException sneakily(Exception checked) {
        return Sneak.<RuntimeException>thrown(checked);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> E thrown(Exception checked) throws E {
        throw (E) checked;
    }
}
