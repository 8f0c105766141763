package org.fertivision.benchmarks;

import ij.ImagePlus;
import ij.Prefs;
import ij.measure.Measurements;
import ij.measure.ResultsTable;
import ij.plugin.filter.ParticleAnalyzer;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;
import org.fertivision.image.Point;

/**
 * Heads found and linked as open sperm trackers on ImageJ do it: each frame copied as 8-bit gray, made black and white at
 * the first frame's mean and two standard deviations, its particles of a head's size centered, and one track after another
 * led to the nearest head that no earlier track took. Nothing is measured of the tracks, and no frame is decoded.
 *
 * <p>Source: Alquézar-Baeta 2019, doi:10.1371/journal.pcbi.1006691.
 */
final class FilmByImageJ {
    private static final int LEVELS = 256;
    private static final double DEVIATIONS = 2;
    private static final double SMALLEST_UM2 = 4;
    private static final double LARGEST_UM2 = 150;
    private static final double REACH_UM = 20;

    private final double umPerPixel;

    FilmByImageJ(double umPerPixel) {
        this.umPerPixel = umPerPixel;
    }

    /** The places of each track, in pixels, from its first frame on. */
    List<List<Point>> tracks(List<ByteProcessor> film) {
        Prefs.blackBackground = true;
        int[] blackAndWhite = blackAndWhite(film.get(0));
        List<List<Point>> heads = new ArrayList<>();
        for (ByteProcessor frame : film) {
            ByteProcessor gray = (ByteProcessor) frame.duplicate();
            gray.applyTable(blackAndWhite);
            heads.add(heads(gray));
        }
        return linked(heads);
    }

    private static int[] blackAndWhite(ByteProcessor first) {
        double threshold = first.getStats().mean + DEVIATIONS * first.getStats().stdDev;
        int[] table = new int[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            table[level] = level > threshold ? LEVELS - 1 : 0;
        }
        return table;
    }

    private List<Point> heads(ByteProcessor blackAndWhite) {
        blackAndWhite.setThreshold(LEVELS - 1, LEVELS - 1, ImageProcessor.NO_LUT_UPDATE);
        double pixel = umPerPixel * umPerPixel;
        ResultsTable table = new ResultsTable();
        new ParticleAnalyzer(
                        ParticleAnalyzer.SHOW_NONE,
                        Measurements.AREA | Measurements.CENTROID,
                        table,
                        SMALLEST_UM2 / pixel,
                        LARGEST_UM2 / pixel)
                .analyze(new ImagePlus("", blackAndWhite), blackAndWhite);
        List<Point> heads = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            heads.add(new Point(
                    table.getValueAsDouble(ResultsTable.X_CENTROID, row),
                    table.getValueAsDouble(ResultsTable.Y_CENTROID, row)));
        }
        return heads;
    }

    private List<List<Point>> linked(List<List<Point>> heads) {
        List<List<Point>> tracks = new ArrayList<>();
        for (int frame = 0; frame < heads.size(); frame++) {
            while (!heads.get(frame).isEmpty()) {
                tracks.add(track(heads.subList(frame, heads.size())));
            }
        }
        return tracks;
    }

    /** Takes the first head that is left, and the nearest within reach frame by frame until there is none. */
    private List<Point> track(List<List<Point>> left) {
        List<Point> track = new ArrayList<>();
        track.add(left.get(0).remove(0));
        for (List<Point> heads : left.subList(1, left.size())) {
            Point last = track.get(track.size() - 1);
            int nearest = nearest(heads, last);
            if (nearest < 0) {
                break;
            }
            track.add(heads.remove(nearest));
        }
        return track;
    }

    private int nearest(List<Point> heads, Point place) {
        double least = REACH_UM * REACH_UM / (umPerPixel * umPerPixel);
        int nearest = -1;
        for (int i = 0; i < heads.size(); i++) {
            double dx = heads.get(i).x() - place.x();
            double dy = heads.get(i).y() - place.y();
            if (dx * dx + dy * dy <= least) {
                least = dx * dx + dy * dy;
                nearest = i;
            }
        }
        return nearest;
    }
}
