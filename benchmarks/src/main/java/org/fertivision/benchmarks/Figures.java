package org.fertivision.benchmarks;

import java.util.Locale;

/**
 * The figures of one still, each the median over the rounds: milliseconds, and ratios taken within a round. The cost of an
 * analysis is the whole line less decode, over decode, where decode is the JDK's plain one or ours, whichever took less.
 *
 * @param still what was measured
 * @param kind its kind
 * @param decode milliseconds of the JDK's plain decode
 * @param ownDecode milliseconds of our decode, hashes included
 * @param whole milliseconds of our whole line
 * @param imageJ milliseconds of ImageJ
 * @param boofCv milliseconds of BoofCV
 * @param cost of the analysis, 1 for as long as decode
 * @param overImageJ how many times as long ImageJ takes
 * @param overBoofCv how many times as long BoofCV takes
 */
record Figures(
        String still,
        Kind kind,
        double decode,
        double ownDecode,
        double whole,
        double imageJ,
        double boofCv,
        double cost,
        double overImageJ,
        double overBoofCv) {
    static final String HEADER = String.format(
            Locale.ROOT,
            "%-34s %8s %8s %8s %8s %8s %9s %9s %9s",
            "still, ms",
            "decode",
            "own dec.",
            "whole",
            "ImageJ",
            "BoofCV",
            "rest/dec.",
            "ImageJ/we",
            "BoofCV/we");

    static Figures of(String still, Kind kind, Rounds rounds) {
        return new Figures(
                still,
                kind,
                rounds.milliseconds("plainDecode"),
                rounds.milliseconds("ownDecode"),
                rounds.milliseconds("whole"),
                rounds.milliseconds("imageJ"),
                rounds.milliseconds("boofCv"),
                rounds.median(Figures::cost),
                rounds.median(round -> round.get("imageJ") / round.get("whole")),
                rounds.median(round -> round.get("boofCv") / round.get("whole")));
    }

    private static double cost(Rounds.Round round) {
        double decode = Math.min(round.get("plainDecode"), round.get("ownDecode"));
        return (round.get("whole") - decode) / decode;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-34s %8.1f %8.1f %8.1f %8.1f %8.1f %9.2f %9.2f %9.2f",
                still,
                decode,
                ownDecode,
                whole,
                imageJ,
                boofCv,
                cost,
                overImageJ,
                overBoofCv);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"still\":\"%s\",\"kind\":\"%s\",\"decodeMs\":%.2f,\"ownDecodeMs\":%.2f,\"wholeMs\":%.2f,\"imageJMs\":%.2f,"
                        + "\"boofCvMs\":%.2f,\"restOverDecode\":%.3f,\"imageJOverWhole\":%.3f,\"boofCvOverWhole\":%.3f}",
                still,
                kind.word(),
                decode,
                ownDecode,
                whole,
                imageJ,
                boofCv,
                cost,
                overImageJ,
                overBoofCv);
    }
}
