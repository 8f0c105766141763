package org.fertivision.server.deploy;

import static org.fertivision.server.deploy.DeployFolder.at;
import static org.fertivision.server.deploy.DeployFolder.list;
import static org.fertivision.server.deploy.DeployFolder.map;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fertivision.server.deploy.Policy.Violations;

/** What has to be so in the load of the plan, which Artillery reads. */
final class LoadTestPolicies {
    private static final Object DESCRIPTION =
            DeployFolder.parsed(DeployFolder.besides("fertivision-server/src/main/resources/openapi.yaml"));
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private LoadTestPolicies() {}

    static List<Policy> policies() {
        return List.of(
                new Policy("the load asks as the API is described, and looks at the answers", LoadTestPolicies::steps));
    }

    private static void steps(DeployFolder deploy, Violations violations) {
        for (Object scenario : list(at(DeployFolder.parsed(deploy.text("load-test.yml")), "scenarios"))) {
            for (Object step : list(map(scenario).get("flow"))) {
                map(step).entrySet().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> asked(entry.getKey(), map(entry.getValue()), violations));
            }
        }
    }

    private static void asked(String method, Map<String, Object> step, Violations violations) {
        String path = ((String) step.get("url")).replaceFirst("\\?.*$", "");
        Optional<Map<String, Object>> route = route(method, path);
        violations.unless(route.isPresent(), method + " " + path + ": no route");
        violations.unless(step.containsKey("capture"), method + " " + path + ": the answer is not looked at");
        if (route.isPresent() && step.containsKey("formData")) {
            Object form = at(route.get(), "requestBody", "content", "multipart/form-data", "schema");
            violations.unless(
                    map(at(form, "properties"))
                            .keySet()
                            .containsAll(map(step.get("formData")).keySet()),
                    method + " " + path + ": a part that is not taken");
            violations.unless(
                    map(step.get("formData"))
                            .keySet()
                            .containsAll(list(map(form).get("required"))),
                    method + " " + path + ": a part is missing");
        }
    }

    /** A route by its method and a path in which parts in braces stand for any. */
    private static Optional<Map<String, Object>> route(String method, String path) {
        String plain = path.replaceAll("\\{\\{[^}]*}}", "{}");
        return map(at(DESCRIPTION, "paths")).entrySet().stream()
                .filter(entry -> entry.getKey().replaceAll("\\{[^}]*}", "{}").equals(plain))
                .map(entry -> map(entry.getValue()).get(method))
                .filter(route -> route != null)
                .map(DeployFolder::map)
                .findFirst();
    }
}
