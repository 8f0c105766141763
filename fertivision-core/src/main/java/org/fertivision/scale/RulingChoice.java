package org.fertivision.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Plane;
import org.fertivision.pixel.LineGrating;

/** Which of the gratings in a picture are the ruling whose spacing is known. */
final class RulingChoice {
    private static final double LARGEST_RESIDUAL = 0.03;
    private static final double LARGEST_DISTORTION = 0.1;
    /** Far more than lines that are seen well leave open, and as much as a scale may be wrong. */
    private static final double LARGEST_DISAGREEMENT = 0.02;

    private static final double LEAST_LENGTH_SEEN = 0.5;
    /** A ruling is what the picture was taken of: texture is regular by chance in small places only. */
    private static final double LEAST_FILLED = 0.1;

    private static final double LEAST_FILLED_BY_MANY = 0.04;
    private static final int MANY_LINES = 10;
    private static final double LEAST_SHARE_SEEN = 0.15;
    private static final double SAME_DIRECTION = Math.toRadians(5);
    private static final double SAME_SPACING = 1.12;
    private static final double PARTED = 1.6;
    private static final int BARE_GAPS = 3;
    private static final double NEUBAUER_RATIO = 5;
    private static final double NEUBAUER_COARSE_UM = 250;
    private static final double NEUBAUER_FINE_UM = 50;
    private static final double SLACK_UM = 1e-6;

    private final List<LineGrating> gratings;

    private RulingChoice(List<LineGrating> gratings) {
        this.gratings = gratings;
    }

    /** Keeps what is regular enough, in the main direction and across it. */
    static RulingChoice of(List<LineGrating> all, Plane plane) {
        List<LineGrating> regular = all.stream().filter(RulingChoice::isRegular).toList();
        if (regular.isEmpty()) {
            throw GraticuleReader.refusal("no five or more straight lines at even distances are seen");
        }
        LineGrating main = regular.get(0);
        double filled = main.lines() * main.spacing() * main.lengthSeen() / ((double) plane.width() * plane.height());
        if (filled < (main.lines() >= MANY_LINES ? LEAST_FILLED_BY_MANY : LEAST_FILLED)) {
            throw GraticuleReader.refusal("the only lines at even distances fill " + GraticuleReader.percent(filled)
                    + " of the picture, which chance does, too; let the ruling fill the picture");
        }
        List<LineGrating> square = regular.stream()
                .filter(g -> isAlong(g, main) || isAcross(g, main))
                .filter(g -> seen(g) >= LEAST_SHARE_SEEN * seen(main))
                .toList();
        return new RulingChoice(square.stream()
                .filter(g -> square.stream().noneMatch(other -> isWithinALine(g, other)))
                .toList());
    }

    /** Whether a grating is what one line of another looks like from near: a double or triple line, or fringes. */
    private static boolean isWithinALine(LineGrating grating, LineGrating other) {
        return isAlong(grating, other)
                && seen(grating) < seen(other)
                && (grating.lines() - 1) * grating.spacing() < other.spacing();
    }

    private static boolean isRegular(LineGrating grating) {
        return grating.residualOfCurve() <= LARGEST_RESIDUAL * grating.spacing()
                && Math.abs(grating.distortion()) <= LARGEST_DISTORTION
                && grating.lengthSeen() >= LEAST_LENGTH_SEEN * grating.spacing();
    }

    List<LineGrating> choose(double spacingUm, WhichLines which) {
        double fine = gratings.stream().mapToDouble(LineGrating::spacing).min().orElseThrow();
        List<LineGrating> bare = gratings.stream()
                .filter(g -> g.spacing() > SAME_SPACING * fine && isBare(g, fine))
                .toList();
        Optional<LineGrating> coarse = bare.stream().max(Comparator.comparingInt(RulingChoice::seen));
        if (which == WhichLines.UNTOLD && coarse.isEmpty()) {
            return level(fine);
        }
        refuseDisagreement(fine, bare);
        if (which == WhichLines.FINE) {
            return level(fine);
        }
        if (coarse.isEmpty()) {
            throw GraticuleReader.refusal("all lines belong to one spacing of " + GraticuleReader.text(fine)
                    + " pixels; there are no far lines besides");
        }
        double far = coarse.get().spacing();
        if (which == WhichLines.COARSE) {
            return level(far);
        }
        if (Math.abs(far / fine / NEUBAUER_RATIO - 1) <= LARGEST_DISTORTION) {
            if (Math.abs(spacingUm - NEUBAUER_COARSE_UM) < SLACK_UM) {
                return level(far);
            }
            if (Math.abs(spacingUm - NEUBAUER_FINE_UM) < SLACK_UM) {
                return level(fine);
            }
        }
        throw GraticuleReader.refusal("there are lines every " + GraticuleReader.text(fine) + " and every "
                + GraticuleReader.text(far) + " pixels" + (far < PARTED * fine ? ", which no ruling has" : "")
                + "; say whether the spacing is that of the close or of the far ones (--lines fine or coarse), or cut"
                + " the picture so that it shows one kind");
    }

    /** Close and far lines that say different sizes tell of a lens that distorts: then neither is believed. */
    private void refuseDisagreement(double fine, List<LineGrating> bare) {
        for (LineGrating far : bare) {
            for (LineGrating near : level(fine)) {
                double ratio = far.spacing() / near.spacing();
                double off = Math.abs(ratio / Math.rint(ratio) - 1);
                if (isAlong(far, near) && isWhole(far.spacing() / fine) && off > LARGEST_DISAGREEMENT) {
                    throw GraticuleReader.refusal("close and far lines disagree by " + GraticuleReader.percent(off)
                            + ", so that the lens distorts where one of them stands; take the ruling into the middle");
                }
            }
        }
    }

    private static boolean isWhole(double ratio) {
        return Math.rint(ratio) >= 2 && Math.abs(ratio / Math.rint(ratio) - 1) <= LARGEST_DISTORTION;
    }

    /** Whether lines stand where the finest ones do not. */
    private boolean isBare(LineGrating grating, double fine) {
        int outside = gratings.stream()
                .filter(g -> g.spacing() <= SAME_SPACING * fine && isAlong(g, grating))
                .mapToInt(grating::gapsOutside)
                .min()
                .orElse(grating.lines() - 1);
        return outside >= BARE_GAPS;
    }

    /** The gratings of about this spacing: the best seen, and the best seen across it. */
    private List<LineGrating> level(double spacing) {
        List<LineGrating> alike = gratings.stream()
                .filter(g -> g.spacing() <= SAME_SPACING * spacing && g.spacing() * SAME_SPACING >= spacing)
                .sorted(Comparator.comparingInt((LineGrating g) -> -seen(g)))
                .toList();
        LineGrating main = alike.get(0);
        List<LineGrating> chosen = new ArrayList<>(List.of(main));
        alike.stream().filter(g -> isAcross(g, main)).findFirst().ifPresent(chosen::add);
        return chosen;
    }

    private static boolean isAlong(LineGrating one, LineGrating other) {
        return one.apart(other) <= SAME_DIRECTION;
    }

    private static boolean isAcross(LineGrating one, LineGrating other) {
        return one.apart(other) >= Math.PI / 2 - SAME_DIRECTION;
    }

    /** How much was seen of a grating: sightings of lines. */
    private static int seen(LineGrating grating) {
        return grating.marks().size();
    }
}
