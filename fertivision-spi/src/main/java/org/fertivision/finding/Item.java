package org.fertivision.finding;

import java.util.List;
import java.util.Optional;
import org.fertivision.image.Point;
import org.fertivision.image.Region;
import org.jspecify.annotations.Nullable;

/**
 * One object of a field: a cell, a track, a follicle. Kept or excluded, it is whole, so that a person can take an
 * excluded one back.
 *
 * @param id number within its field, from 0
 * @param center where it is, pixels, kept to a hundredth
 * @param outline its border, or {@link Outline#none()}
 * @param box the pixels it covers
 * @param readings what is known of it, one for each measure
 * @param labels what it was called
 * @param path where it went, or null for what stands still
 * @param exclusion why it does not count, or null if it does
 * @param patch its picture, or null where no scorer asked for one; never part of a document
 * @param parts what it consists of, as far as told apart; its outline is none of them
 */
public record Item(
        int id,
        Point center,
        Outline outline,
        Region box,
        List<Reading> readings,
        List<Label> labels,
        @Nullable Path path,
        @Nullable Exclusion exclusion,
        @Nullable Patch patch,
        List<ItemPart> parts) {

    /** Copies lists; refuses a negative number and two readings of one measure. */
    public Item {
        if (id < 0) {
            throw new IllegalArgumentException("items are numbered from 0, not " + id);
        }
        center = new Point(Digits.hundredth(center.x()), Digits.hundredth(center.y()));
        readings = List.copyOf(readings);
        labels = List.copyOf(labels);
        parts = List.copyOf(parts);
        Summary.refuseDoubles(readings);
    }

    /** An object of which no parts are told apart. */
    public Item(
            int id,
            Point center,
            Outline outline,
            Region box,
            List<Reading> readings,
            List<Label> labels,
            @Nullable Path path,
            @Nullable Exclusion exclusion,
            @Nullable Patch patch) {
        this(id, center, outline, box, readings, labels, path, exclusion, patch, List.of());
    }

    /** An object that counts and stands still. */
    public static Item of(
            int id, Point center, Outline outline, Region box, List<Reading> readings, List<Label> labels) {
        return new Item(id, center, outline, box, readings, labels, null, null, null);
    }

    /** This object, not counted for the given reason. */
    public Item excluded(Exclusion why) {
        return new Item(id, center, outline, box, readings, labels, path, why, patch, parts);
    }

    /** This object, counted. */
    public Item included() {
        return new Item(id, center, outline, box, readings, labels, path, null, patch, parts);
    }

    /** This object with the given readings in place of its own. */
    public Item read(List<Reading> known) {
        return new Item(id, center, outline, box, known, labels, path, exclusion, patch, parts);
    }

    /** This object with the given labels in place of its own. */
    public Item labelled(List<Label> called) {
        return new Item(id, center, outline, box, readings, called, path, exclusion, patch, parts);
    }

    /** This object with its picture. */
    public Item pictured(Patch picture) {
        return new Item(id, center, outline, box, readings, labels, path, exclusion, picture, parts);
    }

    /** This object with the path it took. */
    public Item moving(Path course) {
        return new Item(id, center, outline, box, readings, labels, course, exclusion, patch, parts);
    }

    /** This object with the parts it consists of. */
    public Item parted(List<ItemPart> told) {
        return new Item(id, center, outline, box, readings, labels, path, exclusion, patch, told);
    }

    /** Whether it counts. */
    public boolean counts() {
        return exclusion == null;
    }

    /** Why it does not count, if it does not. */
    public Optional<Exclusion> whyExcluded() {
        return Optional.ofNullable(exclusion);
    }

    /** Its picture, where a scorer asked for one. */
    public Optional<Patch> picture() {
        return Optional.ofNullable(patch);
    }

    /** Where it went, if it moves. */
    public Optional<Path> course() {
        return Optional.ofNullable(path);
    }

    /** What is known of a measure; not measured where nothing was said. */
    public Reading reading(Measure measure) {
        for (Reading reading : readings) {
            if (reading.code().equals(measure.code())) {
                return reading;
            }
        }
        return Reading.notMeasured(measure, Reading.NotMeasured.NOT_PART);
    }

    /** The term it was given in a naming system, if any. */
    public Optional<String> term(String system) {
        return labels.stream()
                .filter(l -> l.system().equals(system))
                .map(Label::term)
                .findFirst();
    }
}
