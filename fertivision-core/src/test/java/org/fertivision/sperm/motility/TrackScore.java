package org.fertivision.sperm.motility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fertivision.phantom.FilmTruth;
import org.fertivision.phantom.TrueTrack;
import org.fertivision.stats.Assignment;
import org.fertivision.stats.Link;

/**
 * How well tracks keep to the cells of a film.
 *
 * @param idf1 2 IDTP / (2 IDTP + IDFP + IDFN) in percent, a place being right within 5 um
 * @param wrongEnds percent of the tracks of 10 places or more whose first and last five places belong to different cells
 */
record TrackScore(double idf1, double wrongEnds) {
    private static final double REACH_UM = 5;
    private static final int SHORTEST = 10;
    private static final int END = 5;

    static TrackScore of(FilmTruth truth, List<Track> tracks) {
        double reach = REACH_UM / truth.umPerPixel();
        Map<Long, Integer> together = new HashMap<>();
        long places = 0;
        int judged = 0;
        int wrong = 0;
        for (int k = 0; k < tracks.size(); k++) {
            Track track = tracks.get(k);
            places += track.size();
            int[] cells = new int[track.size()];
            for (int i = 0; i < track.size(); i++) {
                cells[i] = nearest(truth, track, i, reach, k, together);
            }
            if (track.size() >= SHORTEST) {
                int first = commonest(cells, 0, END);
                int last = commonest(cells, cells.length - END, cells.length);
                judged++;
                wrong += first >= 0 && last >= 0 && first != last ? 1 : 0;
            }
        }
        List<Link> links = new ArrayList<>();
        together.forEach((pair, n) -> links.add(new Link((int) (pair >> 32), pair.intValue(), -n)));
        double right = -Assignment.of(tracks.size(), truth.tracks().size(), links, 0).stream()
                .mapToDouble(Link::cost)
                .sum();
        long known = truth.tracks().stream().mapToLong(TrueTrack::size).sum();
        return new TrackScore(200 * right / (places + known), judged == 0 ? 0 : 100.0 * wrong / judged);
    }

    private static int nearest(
            FilmTruth truth, Track track, int place, double reach, int number, Map<Long, Integer> together) {
        int nearest = -1;
        double least = reach * reach;
        for (int cell = 0; cell < truth.tracks().size(); cell++) {
            TrueTrack known = truth.tracks().get(cell);
            int at = known.at(track.frame(place));
            if (at >= 0) {
                double dx = known.x(at) - track.x(place);
                double dy = known.y(at) - track.y(place);
                double square = dx * dx + dy * dy;
                if (square < reach * reach) {
                    together.merge((long) number << 32 | cell, 1, Integer::sum);
                }
                if (square < least) {
                    least = square;
                    nearest = cell;
                }
            }
        }
        return nearest;
    }

    private static int commonest(int[] cells, int from, int to) {
        Map<Integer, Integer> seen = new HashMap<>();
        int best = -1;
        int most = 0;
        for (int i = from; i < to; i++) {
            if (cells[i] >= 0 && seen.merge(cells[i], 1, Integer::sum) > most) {
                most = seen.get(cells[i]);
                best = cells[i];
            }
        }
        return best;
    }

    /** Tracks of a linker that knows which cell each head belongs to: the best that these heads allow. */
    static List<Track> perfect(FilmTruth truth, List<double[][]> heads) {
        double reach = REACH_UM / truth.umPerPixel();
        Map<Integer, Track> tracks = new HashMap<>();
        for (int frame = 0; frame < heads.size(); frame++) {
            double[][] found = heads.get(frame);
            List<Link> links = new ArrayList<>();
            for (int cell = 0; cell < truth.tracks().size(); cell++) {
                TrueTrack known = truth.tracks().get(cell);
                int at = known.at(frame);
                for (int head = 0; at >= 0 && head < found.length; head++) {
                    double dx = known.x(at) - found[head][0];
                    double dy = known.y(at) - found[head][1];
                    if (dx * dx + dy * dy < reach * reach) {
                        links.add(new Link(cell, head, dx * dx + dy * dy));
                    }
                }
            }
            for (Link link : Assignment.of(truth.tracks().size(), found.length, links, 2 * reach * reach)) {
                tracks.computeIfAbsent(link.row(), k -> new Track())
                        .add(frame, found[link.column()][0], found[link.column()][1], false);
            }
        }
        return new ArrayList<>(tracks.values());
    }
}
