package org.fertivision.server.deploy;

import static org.fertivision.server.deploy.DeployFolder.at;
import static org.fertivision.server.deploy.DeployFolder.list;
import static org.fertivision.server.deploy.DeployFolder.map;

/** Which paths the OpenAPI description knows as readable without a token. */
final class OpenPaths {
    private static final Object DESCRIPTION =
            DeployFolder.parsed(DeployFolder.besides("fertivision-server/src/main/resources/openapi.yaml"));

    private OpenPaths() {}

    /** Whether a path, whose last part may be a star, is there and needs no token. */
    static boolean isOpen(String path) {
        String start = path.replaceFirst("\\*$", "{");
        return map(at(DESCRIPTION, "paths")).entrySet().stream()
                .filter(entry -> path.endsWith("*")
                        ? entry.getKey().startsWith(start)
                        : entry.getKey().equals(path))
                .map(entry -> map(entry.getValue()).get("get"))
                .anyMatch(get -> get != null && list(map(get).get("security")).isEmpty());
    }
}
