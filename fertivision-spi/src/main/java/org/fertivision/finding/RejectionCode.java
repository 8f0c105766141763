package org.fertivision.finding;

import java.util.Locale;

/** Every reason for which an image or a request cannot be honored: the closed list that the command and server translate. */
public enum RejectionCode {
    /** The bytes are not an image, are damaged or cut short. */
    UNDECODABLE_IMAGE(Group.UNREADABLE),
    /** The format is known but not supported. */
    UNSUPPORTED_MEDIA_TYPE(Group.UNREADABLE),
    /** The content is another format than the one named. */
    FORMAT_MISMATCH(Group.UNREADABLE),
    /** A second file is hidden in the image. */
    POLYGLOT_REJECTED(Group.UNREADABLE),
    /** The file has more bytes than allowed. */
    PAYLOAD_TOO_LARGE(Group.LIMIT),
    /** The image has more pixels than allowed, or too long a side. */
    IMAGE_TOO_LARGE(Group.LIMIT),
    /** More frames or pages than allowed. */
    TOO_MANY_FRAMES(Group.LIMIT),
    /** The picture expands further than allowed for its bytes. */
    DECOMPRESSION_RATIO(Group.LIMIT),
    /** More structure inside the file than allowed: tags, chunks, scans, strips, metadata. */
    STRUCTURE_LIMIT(Group.LIMIT),
    /** The kind needs to know how large a pixel is. */
    CALIBRATION_MISSING(Group.SCALE),
    /** The kind needs to know how many frames a second were taken. */
    TIMING_MISSING(Group.SCALE),
    /** No analyzer, scorer or reader of that id. */
    UNKNOWN_PLUGIN(Group.REQUEST),
    /** The kind has no such parameter. */
    UNKNOWN_PARAMETER(Group.REQUEST),
    /** A required parameter has no value. */
    PARAMETER_MISSING(Group.REQUEST),
    /** A parameter's value is outside its range or not of its type. */
    PARAMETER_OUT_OF_RANGE(Group.REQUEST),
    /** The request contradicts itself. */
    INVALID_REQUEST(Group.REQUEST),
    /** The quality of the image forbids measuring. */
    UNUSABLE_IMAGE(Group.UNUSABLE),
    /** The deadline passed. */
    ANALYSIS_TIMEOUT(Group.STOPPED),
    /** Somebody called it off. */
    CANCELED(Group.STOPPED);

    /** What kind of trouble it is. */
    public enum Group {
        /** Not an image that can be read. */
        UNREADABLE,
        /** Over a limit. */
        LIMIT,
        /** Calibration or timing missing. */
        SCALE,
        /** The request itself. */
        REQUEST,
        /** Readable, but unfit for measuring. */
        UNUSABLE,
        /** Deadline or cancellation. */
        STOPPED
    }

    private final Group group;

    RejectionCode(Group group) {
        this.group = group;
    }

    /** What kind of trouble it is. */
    public Group group() {
        return group;
    }

    /** The code as documents and problem pages spell it: lower case words joined by hyphens. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
