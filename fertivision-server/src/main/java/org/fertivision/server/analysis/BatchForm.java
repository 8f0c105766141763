package org.fertivision.server.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.fertivision.server.http.Json;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A batch whose images come with it: a form with the part {@code request} first, then the parts {@code image}, of which each
 * item takes the next one, or as many as it says. What is wrong with the images of an item is that item's problem.
 */
final class BatchForm {
    private static final String IMAGES = "images";
    private static final int MOST_IMAGES = 500;

    private final Intake intake;
    private final InputStream body;
    private final byte[] boundary;

    /** An item with its images, or with what is wrong with them. */
    static final class Item {
        private final byte[] request;
        private final int images;
        private final ReceivedImages received;
        private @Nullable ProblemException wrong;

        private Item(byte[] request, int images, ReceivedImages received) {
            this.request = request;
            this.images = images;
            this.received = received;
        }

        /** What it asks for and all that its images are, as bytes. */
        byte[] whole() {
            StringBuilder whole = new StringBuilder(new String(request, StandardCharsets.UTF_8));
            received.fields()
                    .forEach(field -> whole.append(' ').append(field.blob().sha256()));
            return whole.toString().getBytes(StandardCharsets.UTF_8);
        }

        /** Throws its images away. */
        void discard() {
            received.discard();
        }
    }

    BatchForm(Intake intake, InputStream body, String boundary) {
        this.intake = intake;
        this.body = body;
        this.boundary = boundary.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Its items; their images are on the disk.
     *
     * @param fresh room for the images of an item
     * @throws ProblemException if the form is broken, or its images are not as many as its items say
     */
    List<Item> items(Supplier<ReceivedImages> fresh) {
        List<Item> items = new ArrayList<>();
        try {
            read(items, fresh);
            return items;
        } catch (FileUploadException e) {
            items.forEach(Item::discard);
            throw Intake.broken();
        } catch (IOException e) {
            items.forEach(Item::discard);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            items.forEach(Item::discard);
            throw e;
        }
    }

    private void read(List<Item> items, Supplier<ReceivedImages> fresh) throws IOException {
        MultipartInput input = MultipartInput.builder()
                .setInputStream(body)
                .setBoundary(boundary)
                .get();
        int images = 0;
        for (boolean more = input.skipPreamble(); more; more = input.readBoundary()) {
            String headers = input.readHeaders();
            String name = Intake.name(headers);
            try (InputStream part = input.newInputStream()) {
                if (items.isEmpty() && name.equals("request")) {
                    items.addAll(asked(JsonFields.of(Intake.json(part)), fresh));
                } else if (name.equals("image") && !items.isEmpty()) {
                    take(of(items, images++), part, Intake.partMedia(headers));
                } else {
                    throw shape();
                }
            }
        }
        if (items.isEmpty()
                || images != items.stream().mapToInt(item -> item.images).sum()) {
            throw shape();
        }
    }

    private static List<Item> asked(JsonFields json, Supplier<ReceivedImages> fresh) {
        List<Object> all = BatchRoutes.items(json);
        List<Item> items = new ArrayList<>();
        for (Object one : all) {
            byte[] request = Json.bytes(one);
            BigDecimal images = JsonFields.of(request).number(IMAGES).orElse(BigDecimal.ONE);
            if (images.stripTrailingZeros().scale() > 0
                    || images.signum() <= 0
                    || images.compareTo(BigDecimal.valueOf(MOST_IMAGES)) > 0) {
                throw json.wrong("items/" + items.size() + "/" + IMAGES, "is a whole number from 1 to " + MOST_IMAGES);
            }
            items.add(new Item(request, images.intValue(), fresh.get()));
        }
        if (items.stream().mapToInt(item -> item.images).sum() > MOST_IMAGES) {
            throw json.wrong("items", "have " + MOST_IMAGES + " images at most, all together");
        }
        return items;
    }

    /** The item that the image of this number is of. */
    private static Item of(List<Item> items, int image) {
        int before = 0;
        for (Item item : items) {
            before += item.images;
            if (image < before) {
                return item;
            }
        }
        throw shape();
    }

    /** Keeps an image of an item, unless the item is refused anyway. */
    private void take(Item item, InputStream part, String media) {
        if (item.wrong != null) {
            return;
        }
        try {
            item.received.add(part, media, intake.mostBytes());
        } catch (ProblemException e) {
            if (!BatchRoutes.isOfTheItem(e)) {
                throw e;
            }
            item.wrong = e;
        }
    }

    /**
     * What an item asks for, under a key of its own.
     *
     * @throws ProblemException if it is not as documented
     */
    Submission submission(Item item, String key) {
        if (item.wrong != null) {
            item.discard();
            throw item.wrong;
        }
        JsonFields json = JsonFields.of(item.request);
        json.number(IMAGES);
        return intake.take(json, item.received, Optional.of(key));
    }

    private static ProblemException shape() {
        return new ProblemException(
                ProblemCode.INVALID_REQUEST,
                "The form has one part 'request' first, and then as many parts 'image' as its items say together.");
    }
}
