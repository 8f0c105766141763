package org.fertivision.server.analysis;

import java.util.List;
import org.fertivision.report.Language;
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
        return standing(Language.ENGLISH);
    }

    /** The same in a language. */
    Standing standing(Language language) {
        Standing own = ownStanding(language);
        return row.demo() ? new Standing(language.told(Demo.WORDS) + " " + own.words(), own.isSigned()) : own;
    }

    private Standing ownStanding(Language language) {
        String later = number() == latest
                ? ""
                : " " + language.say("Version {0} of {1}: there is a later one.", number(), latest);
        if (said.isEmpty()) {
            return new Standing(language.say("UNSIGNED: as measured, reviewed by nobody.") + later, false);
        }
        Review last = said.get(said.size() - 1);
        String when = last.at().toString().substring(0, 16).replace('T', ' ');
        String amended = corrections().isEmpty() ? "" : " " + language.say("Objects were corrected by persons.");
        String words =
                switch (last.state()) {
                    case SIGNED -> language.say("Signed by {0}, {1} UTC.", last.by(), when);
                    case ACCEPTED -> language.say("UNSIGNED: accepted by {0}, {1} UTC.", last.by(), when);
                    case REJECTED ->
                        language.say("REJECTED by {0}, {1} UTC: {2}.", last.by(), when, String.valueOf(last.reason()));
                    case UNSIGNED -> language.say("UNSIGNED: changed by {0}, {1} UTC.", last.by(), when);
                };
        return new Standing(words + amended + later, last.state() == Review.State.SIGNED);
    }
}
