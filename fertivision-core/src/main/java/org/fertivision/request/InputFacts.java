package org.fertivision.request;

import org.jspecify.annotations.Nullable;

/**
 * What was looked at in one field: hashes and sizes, never content.
 *
 * @param name the name the caller asked to be shown, or null
 * @param sha256 hash of the file's bytes (of a folder: of all frames' bytes in order), or null where frames were given or the file is too large to be hashed
 * @param pixelSha256 hash of the decoded pixels that were looked at, or null where not computed
 * @param mediaType type by content, such as {@code image/jpeg}
 * @param bytes size of the file; 0 where frames were given
 * @param width columns
 * @param height rows
 * @param frames how many frames
 * @param page which page of the file was looked at, from 0, or null where it was looked at as a whole
 */
public record InputFacts(
        @Nullable String name,
        @Nullable String sha256,
        @Nullable String pixelSha256,
        String mediaType,
        long bytes,
        int width,
        int height,
        int frames,
        @Nullable Integer page) {
    /** The type of a folder whose pictures are the frames of one video. */
    public static final String FOLDER = "inode/directory";

    /** A file looked at as a whole, or frames that were given. */
    public InputFacts(
            @Nullable String name,
            @Nullable String sha256,
            @Nullable String pixelSha256,
            String mediaType,
            long bytes,
            int width,
            int height,
            int frames) {
        this(name, sha256, pixelSha256, mediaType, bytes, width, height, frames, null);
    }

    /** These facts under a name, or without one. */
    public InputFacts named(@Nullable String shown) {
        return new InputFacts(shown, sha256, pixelSha256, mediaType, bytes, width, height, frames, page);
    }
}
