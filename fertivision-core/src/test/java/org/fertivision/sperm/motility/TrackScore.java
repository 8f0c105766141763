package org.fertivision.sperm.motility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fertivision.phantom.FilmTruth;
import org.fertivision.phantom.TrueTrack;
import org.fertivision.stats.Assignment;
import org.fertivision.stats.Link;
import org.fertivision.tracking.TrackTable;
import org.fertivision.tracking.TrackingScore;

/** How well tracks keep to the cells of a film. */
final class TrackScore {
    private static final double REACH_UM = 5;

    private TrackScore() {}

    static TrackingScore of(FilmTruth truth, List<Track> tracks) {
        return TrackingScore.of(table(truth), table(tracks), REACH_UM / truth.umPerPixel());
    }

    private static TrackTable table(FilmTruth truth) {
        TrackTable.Builder table = TrackTable.builder();
        for (int cell = 0; cell < truth.tracks().size(); cell++) {
            TrueTrack track = truth.tracks().get(cell);
            for (int frame = 0; frame < truth.frames(); frame++) {
                int at = track.at(frame);
                if (at >= 0) {
                    table.add(Integer.toString(cell), frame, track.x(at), track.y(at));
                }
            }
        }
        return table.build();
    }

    static TrackTable table(List<Track> tracks) {
        TrackTable.Builder table = TrackTable.builder();
        for (int number = 0; number < tracks.size(); number++) {
            Track track = tracks.get(number);
            for (int i = 0; i < track.size(); i++) {
                table.add(Integer.toString(number), track.frame(i), track.x(i), track.y(i));
            }
        }
        return table.build();
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
