package org.fertivision.finding;

/** What must be known of a person's word: who speaks, and of which object. */
final class Person {
    private Person() {}

    static void named(String by) {
        if (by.isBlank()) {
            throw new IllegalArgumentException("say who annotates");
        }
    }

    static void means(int field, int item) {
        if (field < 0 || item < 0) {
            throw new IllegalArgumentException(
                    "fields and items are numbered from 0, not field " + field + ", item " + item);
        }
    }
}
