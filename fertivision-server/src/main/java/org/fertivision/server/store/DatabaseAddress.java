package org.fertivision.server.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the database is, and as whom.
 *
 * @param url for JDBC, without a password
 * @param user who
 * @param password the secret
 */
public record DatabaseAddress(String url, String user, String password) {
    private static final int USUAL_PORT = 5432;

    /**
     * Reads {@code postgresql://user:password@host:port/database?options}.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    public static DatabaseAddress of(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme());
            String[] who = String.valueOf(uri.getRawUserInfo()).split(":", 2);
            if (!scheme.matches("postgres(ql)?")
                    || uri.getHost() == null
                    || who.length < 2
                    || uri.getPath().length() < 2) {
                throw unreadable();
            }
            int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
            String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new DatabaseAddress(
                    "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + options,
                    URLDecoder.decode(who[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(who[1], StandardCharsets.UTF_8));
        } catch (URISyntaxException e) {
            throw unreadable();
        }
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException(
                "an address of a database is postgresql://user:password@host:port/database");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
