package org.fertivision.report;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fertivision.image.Frame;
import org.fertivision.image.Region;

/** The pictures of one field that the page holds: the field, shrunk, and a piece around each object that is shown. */
final class FieldImages {
    /** The longer side of a field's picture, pixels. */
    private static final int LONGEST_SIDE = 1400;

    /** The side of an object's piece, pixels. */
    private static final int PIECE_SIDE = 176;

    private static final float FIELD_QUALITY = 0.82f;
    private static final float PIECE_QUALITY = 0.88f;

    private final Optional<String> whole;
    private final Map<Integer, Piece> pieces;

    /**
     * A square around an object.
     *
     * @param place the square in the field, pixels; parts of it may lie outside
     * @param image its picture as a data address
     */
    record Piece(Region place, String image) {}

    private FieldImages(Optional<String> whole, Map<Integer, Piece> pieces) {
        this.whole = whole;
        this.pieces = pieces;
    }

    /**
     * The pictures of a field.
     *
     * @param shown the objects whose pieces are wanted
     * @param usualSide the side of the square in which most objects have room, pixels
     * @param withWhole whether the field itself is wanted
     */
    static FieldImages of(Frame frame, List<ItemChoice.Seen> shown, int usualSide, boolean withWhole) {
        FramePicture picture = FramePicture.of(frame);
        Map<Integer, Piece> pieces = new LinkedHashMap<>();
        for (ItemChoice.Seen seen : shown) {
            Region place = square(Extent.of(seen.item()), usualSide);
            byte[] jpeg = PictureFile.jpeg(picture.part(place, PIECE_SIDE), PIECE_QUALITY);
            pieces.put(seen.item().id(), new Piece(place, address(jpeg)));
        }
        Optional<String> whole = withWhole
                ? Optional.of(address(PictureFile.jpeg(picture.whole(LONGEST_SIDE), FIELD_QUALITY)))
                : Optional.empty();
        return new FieldImages(whole, pieces);
    }

    /** No pictures. */
    static FieldImages none() {
        return new FieldImages(Optional.empty(), Map.of());
    }

    /** The side of a square in which nine of ten objects have room, a margin around them, pixels. */
    static int usualSide(List<ItemChoice.Seen> shown) {
        int[] sides = shown.stream()
                .map(seen -> Extent.of(seen.item()))
                .mapToInt(extent -> Math.max(extent.width(), extent.height()))
                .sorted()
                .toArray();
        return sides.length == 0 ? 1 : (int) (sides[(sides.length - 1) * 9 / 10] * 1.35) + 6;
    }

    private static Region square(Region box, int usualSide) {
        int needed = (int) (Math.max(box.width(), box.height()) * 1.1) + 4;
        int side = Math.max(usualSide, needed);
        return new Region(box.x() + (box.width() - side) / 2, box.y() + (box.height() - side) / 2, side, side);
    }

    private static String address(byte[] jpeg) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
    }

    /** The field's picture as a data address, where it is wanted. */
    Optional<String> whole() {
        return whole;
    }

    /** The piece around an object, where there is one. */
    Optional<Piece> piece(int item) {
        return Optional.ofNullable(pieces.get(item));
    }
}
