package org.fertivision.phantom;

import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Point;

/**
 * Places things so that they stay apart: each claims a circle around it, a new one is thrown until its circle meets no
 * other (Poisson-disc throwing).
 */
final class Layout {
    private static final int TRIES = 5000;
    private static final double BORDER_DEPTH = 0.8;

    private final double widthPx;
    private final double heightPx;
    private final double umPerPixel;
    private final double gapPx;
    private final Chance chance;
    private final List<Claim> claims = new ArrayList<>();

    private record Claim(double x, double y, double radius) {
        boolean meets(Claim other) {
            double dx = x - other.x;
            double dy = y - other.y;
            double reach = radius + other.radius;
            return dx * dx + dy * dy < reach * reach;
        }
    }

    Layout(Microscope microscope, double gapUm, Chance chance) {
        this.widthPx = microscope.width();
        this.heightPx = microscope.height();
        this.umPerPixel = microscope.umPerPixel();
        this.gapPx = gapUm / umPerPixel;
        this.chance = chance;
    }

    /** One thing, its center at most {@code beyondPx} outside the image or, negative, at least as far inside. */
    Placed single(Ellipse shape, double beyondPx) {
        double radius = shape.lengthUm() / 2 / umPerPixel;
        Point center = claim(radius, beyondPx);
        return new Placed(center, angle(), shape);
    }

    /** One thing that lies wholly in the image. */
    Placed inside(Ellipse shape) {
        return single(shape, -(shape.lengthUm() / 2 / umPerPixel + 1));
    }

    /** Two heads that touch without a gap, both wholly in the image. */
    List<Placed> pairInside(Ellipse first, Ellipse second) {
        return pair(first, second, true, 0);
    }

    /** Two heads that touch without a gap, the middle between them at most {@code beyondPx} outside the image. */
    List<Placed> pair(Ellipse first, Ellipse second, double beyondPx) {
        return pair(first, second, false, beyondPx);
    }

    private List<Placed> pair(Ellipse first, Ellipse second, boolean inside, double beyondPx) {
        double firstAngle = angle();
        double secondAngle = angle();
        double direction = angle();
        double distance = Placed.touchingDistanceUm(first, firstAngle, second, secondAngle, direction) / umPerPixel;
        double radius = distance / 2 + Math.max(first.lengthUm(), second.lengthUm()) / 2 / umPerPixel;
        Point middle = claim(radius, inside ? -(radius + 1) : beyondPx);
        double dx = distance / 2 * StrictMath.cos(direction);
        double dy = distance / 2 * StrictMath.sin(direction);
        return List.of(
                new Placed(new Point(middle.x() - dx, middle.y() - dy), firstAngle, first),
                new Placed(new Point(middle.x() + dx, middle.y() + dy), secondAngle, second));
    }

    /** One thing that the border of the image cuts, away from the corners. */
    Placed acrossBorder(Ellipse shape) {
        double radius = shape.lengthUm() / 2 / umPerPixel;
        for (int i = 0; i < TRIES; i++) {
            double angle = angle();
            Placed centered = new Placed(new Point(0, 0), angle, shape);
            double depth = chance.between(-BORDER_DEPTH, BORDER_DEPTH);
            double x = chance.uniform();
            double y = chance.uniform();
            switch (chance.below(4)) {
                case 0 -> x = depth * centered.halfBoxX(umPerPixel) / widthPx;
                case 1 -> x = 1 - depth * centered.halfBoxX(umPerPixel) / widthPx;
                case 2 -> y = depth * centered.halfBoxY(umPerPixel) / heightPx;
                default -> y = 1 - depth * centered.halfBoxY(umPerPixel) / heightPx;
            }
            Claim claim = new Claim(x * widthPx, y * heightPx, radius + gapPx / 2);
            if (isFree(claim)) {
                claims.add(claim);
                return new Placed(new Point(claim.x, claim.y), angle, shape);
            }
        }
        throw full();
    }

    private Point claim(double radius, double beyondPx) {
        double roomX = widthPx + 2 * beyondPx;
        double roomY = heightPx + 2 * beyondPx;
        if (roomX <= 0 || roomY <= 0) {
            throw full();
        }
        for (int i = 0; i < TRIES; i++) {
            double x = roomX * chance.uniform() - beyondPx;
            double y = roomY * chance.uniform() - beyondPx;
            Claim claim = new Claim(x, y, radius + gapPx / 2);
            if (isFree(claim)) {
                claims.add(claim);
                return new Point(x, y);
            }
        }
        throw full();
    }

    private boolean isFree(Claim wanted) {
        for (Claim claim : claims) {
            if (claim.meets(wanted)) {
                return false;
            }
        }
        return true;
    }

    private double angle() {
        return chance.between(0, 2 * Math.PI);
    }

    private BadSettingException full() {
        return new BadSettingException("no more than " + claims.size() + " things fit apart into "
                + Math.round(widthPx * umPerPixel) + " x " + Math.round(heightPx * umPerPixel)
                + " um: ask for fewer cells, less debris, a larger image or a smaller gapUm");
    }
}
