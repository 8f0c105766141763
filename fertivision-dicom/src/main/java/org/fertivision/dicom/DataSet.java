package org.fertivision.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.fertivision.finding.RejectionCode;
import org.fertivision.spi.Work;

/** The elements of a data set that are asked for, up to an element at which to stop; everything else is passed over. */
final class DataSet {
    private static final int DEEPEST = 16;
    private static final int MOST_ELEMENTS = 100_000;
    private static final int MOST_ITEMS = 1_000;

    private final Map<Integer, byte[]> values = new HashMap<>();
    private final Map<Integer, List<DataSet>> sequences = new HashMap<>();

    private DataSet() {}

    /**
     * Tags to keep, at any depth. Implicit files do not say what is a sequence, so sequences are named as such.
     *
     * @param values elements with a value
     * @param sequences elements with items
     */
    record Wanted(Set<Integer> values, Set<Integer> sequences) {}

    /** A data set and the element that ended it. */
    record Read(DataSet found, Element end) {}

    /** Counts elements, so that no file keeps a reader busy for ever. */
    private static final class Budget {
        private final Work work;
        private int elements;

        Budget(Work work) {
            this.work = work;
        }

        void spend() {
            if (++elements > MOST_ELEMENTS) {
                throw Refusal.over(RejectionCode.STRUCTURE_LIMIT, "elements", MOST_ELEMENTS, elements);
            }
            work.checkpoint();
        }
    }

    /**
     * Reads up to {@code stop}.
     *
     * @throws org.fertivision.spi.RejectedException if the elements contradict themselves or pass a limit
     */
    static Read until(int stop, ElementStream in, boolean explicit, Wanted wanted, Work work) throws IOException {
        DataSet found = new DataSet();
        Budget budget = new Budget(work);
        while (true) {
            budget.spend();
            Element element = Element.read(in, explicit);
            if (element.tag() == stop) {
                return new Read(found, element);
            }
            found.take(element, in, explicit, wanted, budget, 0);
        }
    }

    private void take(Element element, ElementStream in, boolean explicit, Wanted wanted, Budget budget, int depth)
            throws IOException {
        boolean keep = wanted.sequences().contains(element.tag());
        if (keep || element.isUndefined() || element.vr().equals("SQ")) {
            List<DataSet> items = items(element, in, explicit && !isUnknown(element), wanted, budget, depth + 1);
            if (keep) {
                sequences.put(element.tag(), items);
            }
        } else if (wanted.values().contains(element.tag()) && element.length() <= ElementStream.LONGEST_VALUE) {
            values.put(element.tag(), in.bytes((int) element.length()));
        } else {
            in.skip(element.length());
        }
    }

    /** A value of unknown kind and undefined length is a sequence in implicit form (PS3.5 6.2.2). */
    private static boolean isUnknown(Element element) {
        return element.vr().equals("UN");
    }

    private static List<DataSet> items(
            Element sequence, ElementStream in, boolean explicit, Wanted wanted, Budget budget, int depth)
            throws IOException {
        if (depth > DEEPEST) {
            throw Refusal.over(RejectionCode.STRUCTURE_LIMIT, "nested sequences", DEEPEST, depth);
        }
        List<DataSet> items = new ArrayList<>();
        long left = sequence.length();
        while (sequence.isUndefined() || left > 0) {
            budget.spend();
            Element item = Element.read(in, explicit);
            left -= item.headerLength();
            if (item.tag() == Element.SEQUENCE_END && sequence.isUndefined()) {
                break;
            }
            if (item.tag() != Element.ITEM
                    || (!sequence.isUndefined() && !item.isUndefined() && item.length() > left)) {
                throw Refusal.damaged("a sequence holds something that is no item.");
            }
            if (items.size() == MOST_ITEMS) {
                throw Refusal.over(RejectionCode.STRUCTURE_LIMIT, "items of a sequence", MOST_ITEMS, MOST_ITEMS + 1);
            }
            DataSet read = new DataSet();
            left -= read.item(item, in, explicit, wanted, budget, depth);
            items.add(read);
        }
        return items;
    }

    /** Reads one item and answers how many bytes its content took. */
    private long item(Element item, ElementStream in, boolean explicit, Wanted wanted, Budget budget, int depth)
            throws IOException {
        long start = in.position();
        while (item.isUndefined() || in.position() - start < item.length()) {
            budget.spend();
            Element element = Element.read(in, explicit);
            if (element.tag() == Element.ITEM_END && item.isUndefined()) {
                break;
            }
            take(element, in, explicit, wanted, budget, depth);
        }
        long taken = in.position() - start;
        if (!item.isUndefined() && taken != item.length()) {
            throw Refusal.damaged("an item does not end where it says.");
        }
        return taken;
    }

    /** The items of a sequence; empty where it is absent. */
    List<DataSet> items(int tag) {
        return sequences.getOrDefault(tag, List.of());
    }

    /** The bytes of a value; empty where it is absent. */
    byte[] bytes(int tag) {
        return values.getOrDefault(tag, new byte[0]);
    }

    /** The letters of a value; empty where it is absent. */
    String text(int tag) {
        return Element.text(bytes(tag));
    }

    /** A whole number of 2 or 4 bytes, without a sign. */
    OptionalLong whole(int tag) {
        ByteBuffer value = ByteBuffer.wrap(bytes(tag)).order(ByteOrder.LITTLE_ENDIAN);
        return switch (value.remaining()) {
            case 2 -> OptionalLong.of(value.getShort() & 0xFFFF);
            case 4 -> OptionalLong.of(value.getInt() & 0xFFFFFFFFL);
            default -> OptionalLong.empty();
        };
    }

    /** A floating-point number of 8 bytes. */
    OptionalDouble real(int tag) {
        byte[] value = bytes(tag);
        return value.length == Double.BYTES
                ? OptionalDouble.of(
                        ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getDouble())
                : OptionalDouble.empty();
    }

    /** Decimal numbers in letters, parted by backslashes; empty where any of them is none. */
    List<Double> decimals(int tag) {
        List<Double> numbers = new ArrayList<>();
        for (String part : text(tag).split("\\\\", -1)) {
            try {
                numbers.add(Double.valueOf(part.strip()));
            } catch (NumberFormatException e) {
                return List.of();
            }
        }
        return numbers;
    }
}
