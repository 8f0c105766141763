package org.fertivision.phantom;

import java.util.List;

/**
 * How wide the halos of a field are: shares of the five classes, and the width of a halo over that of its core in three of
 * them.
 *
 * @param mediumShare share of the cells with a medium halo
 * @param smallShare share with a small one
 * @param noneShare share without
 * @param degradedShare share without whose cores are weak; large halos have all others
 * @param largeRatio mean halo width / core width of large halos
 * @param mediumRatio the same of medium ones
 * @param smallRatio the same of small ones
 * @param ratioCv coefficient of variation of the ratio, kept within the limits of the class
 */
record Halos(
        double mediumShare,
        double smallShare,
        double noneShare,
        double degradedShare,
        double largeRatio,
        double mediumRatio,
        double smallRatio,
        double ratioCv) {
    private static final double THIRD = 1.0 / 3;
    private static final double LIMIT = 2;

    static List<Setting> settings() {
        return List.of(
                Setting.number("medium", 25, "%", 0, 100, "cells with a medium halo; the rest has large ones"),
                Setting.number("small", 12, "%", 0, 100, "cells with a small halo"),
                Setting.number("none", 10, "%", 0, 100, "cells without a halo"),
                Setting.number("degraded", 5, "%", 0, 100, "cells without a halo whose cores are weak and blotched"),
                Setting.number("largeRatio", 1.2, "1", 1, 2, "halo width / core width of large halos"),
                Setting.number("mediumRatio", 0.65, "1", 0.334, 0.999, "halo width / core width of medium halos"),
                Setting.number("smallRatio", 0.2, "1", 0.05, 0.333, "halo width / core width of small halos"),
                Setting.number("ratioCv", 10, "%", 0, 30, "coefficient of variation of these ratios"));
    }

    static Halos of(Choices choices) {
        Halos halos = new Halos(
                choices.share("medium"),
                choices.share("small"),
                choices.share("none"),
                choices.share("degraded"),
                choices.number("largeRatio"),
                choices.number("mediumRatio"),
                choices.number("smallRatio"),
                choices.share("ratioCv"));
        if (halos.mediumShare + halos.smallShare + halos.noneShare + halos.degradedShare > 1 + 1e-9) {
            throw new BadSettingException("medium, small, none and degraded are at most 100 % together");
        }
        return halos;
    }

    /** The class of one of so many cells, the shares as exact as whole cells allow. */
    ObjectClass of(int cell, int cells) {
        double place = (cell + 0.5) / cells;
        double end = mediumShare;
        if (place < end) {
            return ObjectClass.MEDIUM_HALO;
        }
        end += smallShare;
        if (place < end) {
            return ObjectClass.SMALL_HALO;
        }
        end += noneShare;
        if (place < end) {
            return ObjectClass.NO_HALO;
        }
        end += degradedShare;
        return place < end ? ObjectClass.DEGRADED : ObjectClass.LARGE_HALO;
    }

    /** Halo width / core width of one cell: 0 without a halo. */
    double ratio(ObjectClass halo, Chance chance) {
        double factor = chance.normalWithin(1, ratioCv, LIMIT);
        return switch (halo) {
            case LARGE_HALO -> Math.max(1, largeRatio * factor);
            case MEDIUM_HALO -> Math.max(0.334, Math.min(0.999, mediumRatio * factor));
            case SMALL_HALO -> Math.min(THIRD, smallRatio * factor);
            default -> 0;
        };
    }

    /**
     * The border of a halo of a width around a core, equally far from it along both axes. The width is what areas say:
     * sqrt(area of halo and core / pi) - sqrt(area of core / pi).
     */
    static Ellipse around(Ellipse core, double widthUm) {
        if (widthUm == 0) {
            return core;
        }
        double a = core.lengthUm() / 2;
        double b = core.widthUm() / 2;
        double radius = Math.sqrt(a * b) + widthUm;
        double half = (a + b) / 2;
        double more = Math.sqrt(half * half + radius * radius - a * b) - half;
        return new Ellipse(2 * (a + more), 2 * (b + more));
    }

    /** The width of a halo by areas, micrometers. */
    static double widthUm(Ellipse halo, Ellipse core) {
        return Math.sqrt(halo.areaUm2() / Math.PI) - Math.sqrt(core.areaUm2() / Math.PI);
    }
}
