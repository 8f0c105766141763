package org.fertivision.server.deploy;

import static org.fertivision.server.deploy.DeployFolder.all;
import static org.fertivision.server.deploy.DeployFolder.at;
import static org.fertivision.server.deploy.DeployFolder.list;
import static org.fertivision.server.deploy.DeployFolder.map;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fertivision.server.deploy.Policy.Violations;
import org.fertivision.server.settings.Setting;

/** What has to be so in the services of Cloud Run. */
final class RunPolicies {
    private static final List<String> SERVICES = List.of("api", "worker");
    private static final double ROOM_BESIDES_HEAP = 1.4;
    private static final int SPARE_CONNECTIONS = 10;
    private static final Set<String> TEMPLATE =
            Set.of("serviceAccountName", "containerConcurrency", "timeoutSeconds", "containers", "volumes");
    private static final Set<String> CONTAINER =
            Set.of("image", "ports", "env", "resources", "startupProbe", "livenessProbe", "volumeMounts");

    private RunPolicies() {}

    static List<Policy> policies() {
        return List.of(
                new Policy("services have the form of Knative v1", RunPolicies::form),
                new Policy("connections of all instances fit into the database", RunPolicies::connections),
                new Policy("probes ask paths that need no token", RunPolicies::probes),
                new Policy(
                        "variables are settings, and settings are set or left with a reason", RunPolicies::variables),
                new Policy("secrets come by reference alone", RunPolicies::secrets),
                new Policy("memory holds all heaps and 40 % more", RunPolicies::memory),
                new Policy("a new revision gets its share in steps", RunPolicies::traffic),
                new Policy("instances, concurrency and time are those of the plan", RunPolicies::scale),
                new Policy("analyses are measured by the worker alone", RunPolicies::work),
                new Policy("scripts that are named are there", RunPolicies::scripts),
                new Policy("tests that are named are there", RunPolicies::tests));
    }

    private static Map<String, Object> template(Map<String, Object> service) {
        return map(at(service, "spec", "template", "spec"));
    }

    private static Map<String, Object> container(Map<String, Object> service) {
        return map(at(template(service), "containers", 0));
    }

    private static Map<String, Map<String, Object>> environment(Map<String, Object> service) {
        Map<String, Map<String, Object>> environment = new TreeMap<>();
        for (Object variable : list(container(service).get("env"))) {
            environment.put((String) map(variable).get("name"), map(variable));
        }
        return environment;
    }

    private static String annotation(Map<String, Object> service, String name) {
        return (String) at(service, "spec", "template", "metadata", "annotations", name);
    }

    private static void form(DeployFolder deploy, Violations violations) {
        for (String name : SERVICES) {
            Map<String, Object> service = deploy.rendered(name);
            violations.unless("serving.knative.dev/v1".equals(service.get("apiVersion")), name + ": apiVersion");
            violations.unless("Service".equals(service.get("kind")), name + ": kind");
            violations.unless(TEMPLATE.equals(template(service).keySet()), name + ": members of the template");
            violations.unless(CONTAINER.equals(container(service).keySet()), name + ": members of the container");
            violations.unless(list(template(service).get("containers")).size() == 1, name + ": containers");
            violations.unless(
                    ((String) container(service).get("image")).contains(":"), name + ": the image has no tag");
            String account = (String) template(service).get("serviceAccountName");
            violations.unless(
                    account.matches("fv-(api|wrk)-[a-z0-9-]+@[a-z0-9-]+\\.iam\\.gserviceaccount\\.com"),
                    name + ": an account of its own");
        }
    }

    private static void connections(DeployFolder deploy, Violations violations) {
        int instances = deploy.variable("api_max_instances") + deploy.variable("worker_instances");
        int wanted = deploy.variable("pool") * instances + SPARE_CONNECTIONS;
        violations.unless(
                wanted * 10 <= deploy.variable("database_connections") * 8,
                wanted + " connections are more than 80 % of those of the database");
        for (String name : SERVICES) {
            Map<String, Map<String, Object>> environment = environment(deploy.rendered(name));
            violations.unless(
                    Integer.toString(instances)
                            .equals(environment.get("FERTIVISION_INSTANCES").get("value")),
                    name + ": FERTIVISION_INSTANCES is not the sum of both");
            violations.unless(
                    Integer.toString(deploy.variable("pool"))
                            .equals(environment.get("FERTIVISION_POOL").get("value")),
                    name + ": FERTIVISION_POOL");
        }
    }

    private static void probes(DeployFolder deploy, Violations violations) {
        for (String name : SERVICES) {
            for (String probe : List.of("startupProbe", "livenessProbe")) {
                String path = (String) at(container(deploy.rendered(name)), probe, "httpGet", "path");
                violations.unless(OpenPaths.isOpen(path), name + ": " + probe + " asks " + path);
            }
            violations.unless(
                    "/health/live".equals(at(container(deploy.rendered(name)), "livenessProbe", "httpGet", "path")),
                    name + ": an instance must not be ended because the database is away");
        }
    }

    private static void variables(DeployFolder deploy, Violations violations) {
        Set<String> settings = new TreeSet<>(
                Arrays.stream(Setting.values()).map(Setting::variable).toList());
        Set<String> left =
                new TreeSet<>(deploy.document("run/settings-left-alone.yaml").keySet());
        for (String name : SERVICES) {
            Set<String> set = environment(deploy.rendered(name)).keySet();
            Set<String> both = new TreeSet<>(set);
            both.retainAll(left);
            violations.unless(both.isEmpty(), name + ": set and left alone: " + both);
            Set<String> told = new TreeSet<>(set);
            told.addAll(left);
            Set<String> unknown = new TreeSet<>(told);
            unknown.removeAll(settings);
            violations.unless(unknown.isEmpty(), name + ": no settings: " + unknown);
            Set<String> forgotten = new TreeSet<>(settings);
            forgotten.removeAll(told);
            violations.unless(forgotten.isEmpty(), name + ": neither set nor left alone: " + forgotten);
        }
    }

    private static void secrets(DeployFolder deploy, Violations violations) {
        for (String name : SERVICES) {
            Map<String, Map<String, Object>> environment = environment(deploy.rendered(name));
            for (Setting setting : Setting.values()) {
                Map<String, Object> variable = environment.get(setting.variable());
                if (setting.form() == Setting.Form.SECRET) {
                    violations.unless(
                            variable != null && variable.containsKey("valueFrom") && !variable.containsKey("value"),
                            name + ": " + setting.variable() + " is no reference");
                }
            }
            String keys = (String) environment.get(Setting.KEYS.variable()).get("value");
            String mount = (String) at(container(deploy.rendered(name)), "volumeMounts", 0, "mountPath");
            violations.unless(keys.startsWith(mount + "/"), name + ": the file of keys is not in the mounted secret");
        }
    }

    private static void memory(DeployFolder deploy, Violations violations) {
        int percent = Integer.parseInt(all("MaxRAMPercentage=([0-9]+)", DeployFolder.besides("Dockerfile"))
                .get(0));
        deploy.document("sizes.json").forEach((size, row) -> {
            int memory = (Integer) at(row, "memory_mib");
            int child = Math.max((Integer) at(row, "child_mib"), (Integer) at(row, "child_most_mib"));
            double heaps = memory * percent / 100.0 + (Integer) at(row, "analyses_at_once") * child;
            violations.unless(
                    memory >= ROOM_BESIDES_HEAP * heaps,
                    size + ": " + memory + " MiB is less than 1.4 times heaps of " + heaps);
            violations.unless(
                    at(row, "cpu").equals(at(row, "analyses_at_once")), size + ": not one analysis a processor");
        });
        String size = (String) deploy.variables().get("size");
        violations.unless(
                (at(deploy.document("sizes.json"), size, "memory_mib") + "Mi")
                        .equals(at(container(deploy.rendered("worker")), "resources", "limits", "memory")),
                "the worker has not the memory of its size");
    }

    private static void traffic(DeployFolder deploy, Violations violations) {
        Map<String, Object> traffic = deploy.document("run/traffic.yaml");
        int before = -1;
        boolean plans = false;
        for (Object step : list(traffic.get("steps"))) {
            int share = (Integer) at(step, "new");
            violations.unless(share + (Integer) at(step, "old") == 100, step + " is not 100 together");
            violations.unless(share > before, step + " is not more than before");
            plans |= share == 30;
            before = share;
        }
        violations.unless(before == 100, "the last step is not all");
        violations.unless((Integer) at(traffic, "steps", 0, "new") == 0, "the first step is not nothing");
        violations.unless(plans, "the plan's 70/30 is no step");
        violations.unless((Double) at(traffic, "rollback", "failedShare") <= 0.01, "more than 1 % may fail");
        violations.unless((Double) at(traffic, "rollback", "p95Ratio") <= 2.0, "p95 may be more than double");
        violations.unless((Integer) at(traffic, "minutes") >= 5, "a step is shorter than 5 minutes");
    }

    private static void scale(DeployFolder deploy, Violations violations) {
        Map<String, Object> api = deploy.rendered("api");
        int most = Integer.parseInt(annotation(api, "autoscaling.knative.dev/maxScale"));
        violations.unless(most >= 1 && most <= 100, "the API has " + most + " instances at most");
        violations.unless(
                annotation(api, "autoscaling.knative.dev/minScale").equals("1"), "the API has not 1 instance at least");
        int concurrency = (Integer) template(api).get("containerConcurrency");
        violations.unless(concurrency >= 80 && concurrency <= 100, "the API answers " + concurrency + " at once");
        int longest = 60
                * Integer.parseInt(all(
                                "LONGEST = Duration.ofMinutes\\(([0-9]+)\\)",
                                DeployFolder.besides("fertivision-server/src/main/java/org/fertivision/server/analysis"
                                        + "/JobRoutes.java"))
                        .get(0));
        for (String name : SERVICES) {
            Map<String, Object> service = deploy.rendered(name);
            int timeout = (Integer) template(service).get("timeoutSeconds");
            violations.unless(
                    timeout == 300 && timeout > longest, name + ": ends answers after " + timeout + " seconds");
            violations.unless(
                    annotation(service, "run.googleapis.com/startup-cpu-boost").equals("true"), name + ": no boost");
            violations.unless(
                    annotation(service, "run.googleapis.com/cpu-throttling").equals("false"),
                    name + ": no processor between requests");
            violations.unless(
                    Integer.parseInt((String) environment(service)
                                    .get("FERTIVISION_DRAIN_SECONDS")
                                    .get("value"))
                            < 10,
                    name + ": Cloud Run kills after 10 seconds");
        }
    }

    private static void work(DeployFolder deploy, Violations violations) {
        violations.unless(
                "0"
                        .equals(environment(deploy.rendered("api"))
                                .get("FERTIVISION_ANALYSES_AT_ONCE")
                                .get("value")),
                "the API measures");
        Map<String, Object> worker = deploy.rendered("worker");
        violations.unless(
                at(container(worker), "resources", "limits", "cpu")
                        .equals(environment(worker)
                                .get("FERTIVISION_ANALYSES_AT_ONCE")
                                .get("value")),
                "the worker measures not one analysis a processor");
        violations.unless(
                "internal".equals(at(worker, "metadata", "annotations", "run.googleapis.com/ingress")),
                "the worker can be called from outside");
        violations.unless(
                "internal-and-cloud-load-balancing"
                        .equals(at(deploy.rendered("api"), "metadata", "annotations", "run.googleapis.com/ingress")),
                "the API can be reached past the load balancer");
    }

    private static void scripts(DeployFolder deploy, Violations violations) {
        for (String file : deploy.files("", "")) {
            for (String named :
                    all("(?<![\\w/$}.-])((?:deploy|fertivision-server/src)/[\\w/.-]*[\\w])", deploy.text(file))) {
                Path path = named.startsWith("deploy/")
                        ? deploy.path().resolve(named.substring("deploy/".length()))
                        : Path.of("..").resolve(named);
                violations.unless(Files.exists(path), file + " names " + named);
            }
        }
        for (Object step : list(deploy.document("cloudbuild.yaml").get("steps"))) {
            String entry = String.valueOf(map(step).get("entrypoint"));
            if (entry.contains("/")) {
                Path path = entry.startsWith("deploy/")
                        ? deploy.path().resolve(entry.substring("deploy/".length()))
                        : Path.of("..").resolve(entry);
                violations.unless(Files.isExecutable(path), entry + " cannot be run");
            }
        }
    }

    private static void tests(DeployFolder deploy, Violations violations) {
        Set<String> classes = new TreeSet<>();
        for (String module : List.of("server", "core", "cli", "spi", "pdf")) {
            new DeployFolder(Path.of("..", "fertivision-" + module, "src", "test"))
                    .files("java", ".java")
                    .forEach(file ->
                            classes.add(Path.of(file).getFileName().toString().replace(".java", "")));
        }
        for (String file : deploy.files("", ".md")) {
            for (String named : all("`(\\w+(?:Test|Contract))`", deploy.text(file))) {
                violations.unless(classes.contains(named), file + " names " + named);
            }
        }
    }
}
