package org.fertivision.sperm.motility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.phantom.Film;
import org.fertivision.phantom.FilmTruth;
import org.fertivision.phantom.Films;
import org.fertivision.phantom.Phantom;
import org.fertivision.phantom.TrueTrack;
import org.fertivision.stats.Assignment;
import org.fertivision.stats.Link;

/** A drawn film, the heads found in every frame, and the tracks linked from them. */
final class Watched {
    private static final int BEGIN = 8;
    private static final double BORDER_PX = 10;

    private final FilmTruth truth;
    private final HeadFinder finder;
    private final List<double[][]> heads = new ArrayList<>();
    private final List<Track> tracks;

    private Watched(FilmTruth truth, HeadFinder finder, List<Track> tracks) {
        this.truth = truth;
        this.finder = finder;
        this.tracks = tracks;
    }

    /** Watches a film with the given settings, {@code name=value} each. */
    static Watched film(long seed, String... settings) {
        Phantom<Film> phantom = Films.of("sperm-motility").seed(seed);
        for (String setting : settings) {
            phantom = phantom.with(setting.split("=")[0], setting.split("=")[1]);
        }
        Film film = phantom.draw();
        FilmTruth truth = film.truth();
        List<Plane> planes = new ArrayList<>();
        Frames frames = film.frames();
        for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            planes.add(frame.get().gray());
        }
        HeadFinder finder = new HeadFinder(truth.widthPx(), truth.heightPx());
        finder.begin(
                planes.subList(0, Math.min(BEGIN, planes.size())),
                Optional.empty(),
                truth.umPerPixel() * truth.umPerPixel());
        Linker linker = new Linker(truth.framesPerSecond(), 1 / truth.umPerPixel());
        List<double[][]> heads = new ArrayList<>();
        for (int i = 0; i < planes.size(); i++) {
            Heads found = finder.find(planes.get(i));
            double[][] places = new double[found.count()][];
            for (int head = 0; head < places.length; head++) {
                places[head] = new double[] {found.x(head), found.y(head)};
            }
            heads.add(places);
            linker.add(i, found);
        }
        Watched watched = new Watched(truth, finder, linker.finish());
        watched.heads.addAll(heads);
        return watched;
    }

    FilmTruth truth() {
        return truth;
    }

    HeadFinder finder() {
        return finder;
    }

    List<Track> tracks() {
        return tracks;
    }

    List<double[][]> heads() {
        return heads;
    }

    /**
     * How well heads were seen away from the border.
     *
     * @param known true heads
     * @param seen true heads that were found
     * @param all heads that were found
     * @param rmsePx root mean square distance of a head from where it was found
     */
    record Sight(int known, int seen, int all, double rmsePx) {
        double recall() {
            return 100.0 * seen / known;
        }

        double precision() {
            return 100.0 * seen / all;
        }
    }

    Sight sight() {
        double reach = 3 / truth.umPerPixel();
        int known = 0;
        int seen = 0;
        int all = 0;
        double squares = 0;
        for (int frame = 0; frame < heads.size(); frame++) {
            double[][] found = heads.get(frame);
            List<double[]> cells = new ArrayList<>();
            for (TrueTrack track : truth.tracks()) {
                int at = track.at(frame);
                if (at >= 0) {
                    cells.add(new double[] {track.x(at), track.y(at)});
                }
            }
            List<Link> links = new ArrayList<>();
            for (int cell = 0; cell < cells.size(); cell++) {
                for (int head = 0; head < found.length; head++) {
                    double dx = cells.get(cell)[0] - found[head][0];
                    double dy = cells.get(cell)[1] - found[head][1];
                    if (dx * dx + dy * dy < reach * reach) {
                        links.add(new Link(cell, head, dx * dx + dy * dy));
                    }
                }
            }
            boolean[] taken = new boolean[found.length];
            for (Link link : Assignment.of(cells.size(), found.length, links, 2 * reach * reach)) {
                taken[link.column()] = true;
                if (isInside(cells.get(link.row()))) {
                    seen++;
                    all++;
                    squares += link.cost();
                }
            }
            for (int head = 0; head < found.length; head++) {
                all += !taken[head] && isInside(found[head]) ? 1 : 0;
            }
            known += (int) cells.stream().filter(this::isInside).count();
        }
        return new Sight(known, seen, all, Math.sqrt(squares / Math.max(1, seen)));
    }

    private boolean isInside(double[] place) {
        return place[0] >= BORDER_PX
                && place[1] >= BORDER_PX
                && place[0] <= truth.widthPx() - BORDER_PX
                && place[1] <= truth.heightPx() - BORDER_PX;
    }
}
