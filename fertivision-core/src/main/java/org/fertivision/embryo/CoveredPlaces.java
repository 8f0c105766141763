package org.fertivision.embryo;

import java.util.ArrayList;
import java.util.List;

/** Which places some discs cover, each grown by the same; squares of the picture know the discs that reach into them. */
final class CoveredPlaces {
    private static final int SQUARE = 8;

    private final double grown;
    private final int left;
    private final int top;
    private final int columns;
    private final List<List<RoundCell>> squares;

    /**
     * The places that some discs cover.
     *
     * @param grown by how much each disc is larger, pixels of the raster
     */
    CoveredPlaces(List<RoundCell> discs, double grown) {
        this.grown = grown;
        this.left = least(
                discs.stream().mapToDouble(disc -> disc.x() - reach(disc)).min().orElse(0));
        this.top = least(
                discs.stream().mapToDouble(disc -> disc.y() - reach(disc)).min().orElse(0));
        double right =
                discs.stream().mapToDouble(disc -> disc.x() + reach(disc)).max().orElse(0);
        double bottom =
                discs.stream().mapToDouble(disc -> disc.y() + reach(disc)).max().orElse(0);
        this.columns = discs.isEmpty() ? 0 : square(right, left) + 1;
        this.squares = new ArrayList<>();
        int rows = discs.isEmpty() ? 0 : square(bottom, top) + 1;
        for (int i = 0; i < columns * rows; i++) {
            squares.add(List.of());
        }
        discs.forEach(this::enter);
    }

    private double reach(RoundCell disc) {
        return disc.radius() + grown;
    }

    private static int least(double place) {
        return (int) Math.floor(place);
    }

    private static int square(double place, int from) {
        return (int) ((place - from) / SQUARE);
    }

    private void enter(RoundCell disc) {
        double reach = reach(disc);
        for (int row = square(disc.y() - reach, top); row <= square(disc.y() + reach, top); row++) {
            for (int column = square(disc.x() - reach, left); column <= square(disc.x() + reach, left); column++) {
                List<RoundCell> more = new ArrayList<>(squares.get(row * columns + column));
                more.add(disc);
                squares.set(row * columns + column, more);
            }
        }
    }

    /** Whether a place is covered, pixels of the raster. */
    boolean hold(double x, double y) {
        if (x < left || y < top) {
            return false;
        }
        int column = square(x, left);
        int at = square(y, top) * columns + column;
        return column < columns && at < squares.size() && RoundCell.anyHolds(squares.get(at), grown, x, y);
    }
}
