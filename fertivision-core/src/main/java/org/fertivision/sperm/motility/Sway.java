package org.fertivision.sperm.motility;

/**
 * How a head strays from its course, a cubic in time: how far, and whether at one frequency, by the periodogram of what
 * the cubic leaves. Trails longer than two seconds are cut into overlapping pieces whose periodograms are added up.
 *
 * @param rms root mean square distance along the direction in which it strays most, in units of the trail
 * @param concentration power around the strongest frequency beyond that band's share of the spectrum, 0 to 1
 * @param frequencyHz the power-weighted mean of that band; 0 where the frame rate leaves no spectrum
 */
record Sway(double rms, double concentration, double frequencyHz) {
    /** White noise over 1 s at 50 frames a second stays below in 99.9 %; chosen on drawn tracks, see ADR 9. */
    private static final double LEAST_CONCENTRATION = 0.65;

    /** Beats slower than this cannot be told from a winding course. */
    private static final double SLOWEST_HZ = 3;

    private static final double PIECE_S = 2;
    private static final int FEWEST_PLACES = 8;
    private static final int FEWEST_FREQUENCIES = 3;

    /** Of a trail. */
    static Sway of(Trail trail) {
        return new Search(trail).sway();
    }

    /** Whether it strays no further than a head without motion of its own. */
    boolean isRest(MotionLimits limits) {
        return rms <= limits.restingSway();
    }

    /** Whether it is a regular beat. */
    boolean isBeat(MotionLimits limits) {
        return concentration >= LEAST_CONCENTRATION && !isRest(limits);
    }

    /** Whether the frame rate left a spectrum to search. */
    boolean hasSpectrum() {
        return frequencyHz > 0;
    }

    /** Adds up periodograms and squares over the pieces of one trail. */
    private static final class Search {
        private final Trail trail;
        private final int piece;
        private final double spanS;
        private final double lowestHz;
        private final double stepHz;
        private final CubicCourse course;
        private final Periodogram power;
        private double squaresX;
        private double squaresY;
        private double products;
        private int places;

        Search(Trail trail) {
            this.trail = trail;
            double rate = trail.framesPerSecond();
            piece = (int) Math.min(trail.size(), Math.round(PIECE_S * rate));
            spanS = piece / rate;
            lowestHz = Math.max(SLOWEST_HZ, 2.5 / spanS);
            stepHz = Math.min(0.25, 0.2 / spanS);
            int count = (int) Math.floor((rate / 2 - 1 / spanS - lowestHz) / stepHz) + 1;
            boolean isTooShort = piece < FEWEST_PLACES || count < FEWEST_FREQUENCIES;
            course = new CubicCourse(piece);
            power = new Periodogram(piece, rate, lowestHz, stepHz, isTooShort ? 0 : count);
        }

        Sway sway() {
            int whole = trail.size();
            int pieces = whole <= piece ? 1 : (int) Math.ceil(2.0 * (whole - piece) / piece) + 1;
            for (int k = 0; k < pieces; k++) {
                int from = pieces == 1 ? 0 : (int) ((long) (whole - piece) * k / (pieces - 1));
                add(trail.slice(from, from + piece - 1));
            }
            return power.size() == 0 ? new Sway(rms(), 0, 0) : strongest();
        }

        private void add(Trail part) {
            double[] x = course.rest(part.xs());
            double[] y = course.rest(part.ys());
            for (int i = 0; i < x.length; i++) {
                squaresX += x[i] * x[i];
                squaresY += y[i] * y[i];
                products += x[i] * y[i];
            }
            places += x.length;
            power.add(x);
            power.add(y);
        }

        private double rms() {
            return Math.sqrt(Spread.largest(squaresX, squaresY, products) / places);
        }

        private Sway strongest() {
            int peak = 0;
            double total = 0;
            for (int i = 0; i < power.size(); i++) {
                total += power.at(i);
                peak = power.at(i) > power.at(peak) ? i : peak;
            }
            double half = Math.max(1.5 / spanS, 0.2 * (lowestHz + peak * stepHz)) / stepHz;
            int from = Math.max(0, (int) Math.ceil(peak - half));
            int to = Math.min(power.size() - 1, (int) Math.floor(peak + half));
            double inside = 0;
            double weighted = 0;
            for (int i = from; i <= to; i++) {
                inside += power.at(i);
                weighted += power.at(i) * (lowestHz + i * stepHz);
            }
            double band = (to - from + 1.0) / power.size();
            double concentration = total <= 0 || band >= 1 ? 0 : Math.max(0, (inside / total - band) / (1 - band));
            return new Sway(rms(), concentration, inside <= 0 ? lowestHz + peak * stepHz : weighted / inside);
        }
    }
}
