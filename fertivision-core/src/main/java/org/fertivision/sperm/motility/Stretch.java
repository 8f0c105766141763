package org.fertivision.sperm.motility;

/**
 * The straight course of a track over a short time, by least squares, with how sure it is.
 *
 * @param x place at time 0, pixels
 * @param y place at time 0, pixels
 * @param velocityX pixels a frame
 * @param velocityY pixels a frame
 * @param variance squared error of a place along one axis about the line, square pixels
 * @param meanTime mean time of the places used, frames
 * @param places how many places were used
 * @param spread sum of squared times about their mean, square frames
 */
record Stretch(
        double x,
        double y,
        double velocityX,
        double velocityY,
        double variance,
        double meanTime,
        int places,
        double spread) {

    /** Of the places from one index to another, both included; times count from a frame. */
    static Stretch of(Track track, int from, int to, int zero, double leastVariance) {
        int n = to - from + 1;
        double t = 0;
        double mx = 0;
        double my = 0;
        for (int i = from; i <= to; i++) {
            t += (track.frame(i) - zero) / (double) n;
            mx += track.x(i) / n;
            my += track.y(i) / n;
        }
        double tt = 0;
        double tx = 0;
        double ty = 0;
        double squares = 0;
        for (int i = from; i <= to; i++) {
            double dt = track.frame(i) - zero - t;
            tt += dt * dt;
            tx += dt * (track.x(i) - mx);
            ty += dt * (track.y(i) - my);
            squares += (track.x(i) - mx) * (track.x(i) - mx) + (track.y(i) - my) * (track.y(i) - my);
        }
        double vx = tt == 0 ? 0 : tx / tt;
        double vy = tt == 0 ? 0 : ty / tt;
        double rest = Math.max(0, squares - vx * tx - vy * ty) / Math.max(1, 2 * n - 4);
        return new Stretch(mx - vx * t, my - vy * t, vx, vy, Math.max(rest, leastVariance), t, n, Math.max(tt, 0.5));
    }

    /** How badly another stretch goes on with this one: squared misfits of place at time 0 and velocity in variances. */
    double misfit(Stretch after) {
        double dx = x - after.x;
        double dy = y - after.y;
        double dvx = velocityX - after.velocityX;
        double dvy = velocityY - after.velocityY;
        double places2 = placeVariance() + after.placeVariance();
        double velocities2 = variance / spread + after.variance / after.spread;
        return (dx * dx + dy * dy) / places2
                + (dvx * dvx + dvy * dvy) / velocities2
                + 2 * StrictMath.log(places2 * velocities2);
    }

    private double placeVariance() {
        return variance * (1.0 / places + meanTime * meanTime / spread);
    }
}
