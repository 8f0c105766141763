package org.fertivision.embryo;

import org.fertivision.finding.Exclusion;

/**
 * A refusal with what was found beside the limit.
 *
 * @param refusal why
 * @param detail the figures, for people
 */
record Verdict(Refusal refusal, String detail) {
    Exclusion exclusion() {
        return new Exclusion(refusal.reason(), detail);
    }
}
