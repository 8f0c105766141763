package org.fertivision.server.analysis;

import java.util.List;
import java.util.Locale;
import org.fertivision.report.Standing;

/**
 * A result as it was after some of what persons said of it.
 *
 * @param row the analysis
 * @param said what was said until then
 * @param latest how much was said until now
 */
record Version(AnalysisRow row, List<Review> said, int latest) {
    /** Copies the list. */
    Version {
        said = List.copyOf(said);
    }

    /** Its number: 0 is the result as it was measured. */
    int number() {
        return said.size();
    }

    /** The hash of the result. */
    String resultSha256() {
        return said.isEmpty()
                ? String.valueOf(row.resultSha256())
                : said.get(said.size() - 1).resultSha256();
    }

    /** The corrections that hold. */
    List<Object> corrections() {
        return Review.inForce(said);
    }

    /** How it stands. */
    Review.State state() {
        return Review.state(said);
    }

    /** What tells its forms from all others: they say whether there is a later version, too. */
    String tag() {
        return resultSha256() + "-v" + number() + "of" + latest;
    }

    /** How persons stand to it, in words for every page of a report. */
    Standing standing() {
        Standing own = ownStanding();
        return row.demo() ? new Standing(Demo.WORDS + " " + own.words(), own.isSigned()) : own;
    }

    private Standing ownStanding() {
        String later = number() == latest
                ? ""
                : String.format(Locale.ROOT, " Version %d of %d: there is a later one.", number(), latest);
        if (said.isEmpty()) {
            return new Standing("UNSIGNED: as measured, reviewed by nobody." + later, false);
        }
        Review last = said.get(said.size() - 1);
        String who = " by " + last.by() + ", "
                + last.at().toString().substring(0, 16).replace('T', ' ') + " UTC";
        String amended = corrections().isEmpty() ? "" : " Objects were corrected by persons.";
        String words =
                switch (last.state()) {
                    case SIGNED -> "Signed" + who + ".";
                    case ACCEPTED -> "UNSIGNED: accepted" + who + ".";
                    case REJECTED -> "REJECTED" + who + ": " + last.reason() + ".";
                    case UNSIGNED -> "UNSIGNED: changed" + who + ".";
                };
        return new Standing(words + amended + later, last.state() == Review.State.SIGNED);
    }
}
