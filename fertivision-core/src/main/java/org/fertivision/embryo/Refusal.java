package org.fertivision.embryo;

/** Why a border or a count is not measured: the closed list. */
enum Refusal {
    /** No border stands out from its surroundings all around. */
    WEAK_EDGE("weak-edge"),
    /** The borders are too blurred. */
    UNFOCUSED("unfocused"),
    /** Two answers fit about equally well, or a second look ends elsewhere. */
    AMBIGUOUS("ambiguous"),
    /** The border of the image cuts it. */
    CLIPPED("clipped"),
    /** A gap is too thin for its two sides to be told apart. */
    TOO_THIN("too-thin"),
    /** Larger or smaller than what is looked for. */
    OUT_OF_RANGE("out-of-range"),
    /** None is seen in one plane, and one may lie in another. */
    NEEDS_STACK("needs-stack"),
    /** No way to measure it was shown to be right. */
    NO_METHOD("no-validated-method");

    private final String reason;

    Refusal(String reason) {
        this.reason = reason;
    }

    /** The reason as documents carry it. */
    String reason() {
        return reason;
    }
}
