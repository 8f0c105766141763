package org.fertivision.server.blob;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * An object of a bucket, there or not.
 *
 * @param bucket its name
 * @param name of the object
 */
record BucketObject(String bucket, String name) {
    /** Its path in the API. */
    String path(String query) {
        return "/storage/v1/b/" + encoded(bucket) + "/o/" + encoded(name) + query;
    }

    /** The path to which it is uploaded, where it is not there yet. */
    String uploadPath(String kind) {
        return "/upload/storage/v1/b/" + encoded(bucket) + "/o?uploadType=" + kind + "&ifGenerationMatch=0&name="
                + encoded(name);
    }

    /** A text as it stands in a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
