package org.fertivision.server.deploy;

import java.util.List;

/**
 * One thing that is otherwise in a copy of {@code deploy/}.
 *
 * @param policy the name of the policy that has to notice
 * @param file in the folder
 * @param from what stands there
 * @param to what stands there instead
 */
record Change(String policy, String file, String from, String to) {
    private static final String CELL = "terraform/cell/main.tf.json";
    private static final String COPY = "terraform/cell/copy.tf.json";
    private static final String EDGE = "terraform/edge.tf.json";
    private static final String WATCH = "terraform/monitoring.tf.json";
    private static final String GIVEN = "variables.tfvars.json";
    private static final String API = "run/api.yaml";

    static final List<Change> ALL = List.of(
            named("services have the form of Knative v1").in(API, "serving.knative.dev/v1", "run.googleapis.com/v2"),
            named("services have the form of Knative v1").in(API, "fv-api-${region}@", "default@"),
            named("connections of all instances fit into the database").in(GIVEN, "\"pool\": 4", "\"pool\": 20"),
            named("connections of all instances fit into the database").in(API, "${instances}", "1"),
            named("probes ask paths that need no token").in(API, "/health/ready", "/healthz"),
            named("probes ask paths that need no token").in(API, "/health/live", "/v1/analyses"),
            named("variables are settings, and settings are set or left with a reason")
                    .in(API, "FERTIVISION_POOL", "FERTIVISION_POOLS"),
            named("variables are settings, and settings are set or left with a reason")
                    .in("run/settings-left-alone.yaml", "FERTIVISION_COMPAT:", "#"),
            named("secrets come by reference alone")
                    .in(
                            API,
                            "valueFrom: {secretKeyRef: {name: \"fertivision-pepper-${region}\", key: \"1\"}}",
                            "value: x"),
            named("secrets come by reference alone").in(API, "mountPath: /secrets/keys", "mountPath: /elsewhere"),
            named("memory holds all heaps and 40 % more")
                    .in("sizes.json", "\"memory_mib\": 2048", "\"memory_mib\": 1900"),
            named("memory holds all heaps and 40 % more").in("run/worker.yaml", "${memory_mib}Mi", "512Mi"),
            named("a new revision gets its share in steps")
                    .in("run/traffic.yaml", "new: 30, old: 70", "new: 30, old: 60"),
            named("a new revision gets its share in steps")
                    .in("run/traffic.yaml", "failedShare: 0.01", "failedShare: 0.1"),
            named("instances, concurrency and time are those of the plan")
                    .in(GIVEN, "\"api_max_instances\": 100", "\"api_max_instances\": 1000"),
            named("instances, concurrency and time are those of the plan")
                    .in("run/worker.yaml", "timeoutSeconds: 300", "timeoutSeconds: 200"),
            named("instances, concurrency and time are those of the plan")
                    .in(API, "containerConcurrency: 80", "containerConcurrency: 1"),
            named("analyses are measured by the worker alone")
                    .in(API, "ANALYSES_AT_ONCE, value: \"0\"", "ANALYSES_AT_ONCE, value: \"2\""),
            named("scripts that are named are there").in("cloudbuild.yaml", "deploy/canary", "deploy/canaries"),
            named("tests that are named are there").in("README.md", "`KillTest`", "`KilledTest`"),
            named("the load asks as the API is described, and looks at the answers")
                    .in("load-test.yml", "formData: {request:", "formData: {question:"),
            named("the load asks as the API is described, and looks at the answers")
                    .in("load-test.yml", "/report.json", "/report.jsn"),
            named("the load asks as the API is described, and looks at the answers")
                    .in("load-test.yml", "capture: {json: $.id, as: accepted}", "json: {}"),
            named("no bucket is public").in(CELL, "\"enforced\"", "\"inherited\""),
            named("no bucket is public")
                    .in(CELL, "\"uniform_bucket_level_access\": true", "\"uniform_bucket_level_access\": false"),
            named("everybody may call the API and nothing else")
                    .in(
                            COPY,
                            "serviceAccount:${data.google_storage_transfer_project_service_account.transfer.email}",
                            "allUsers"),
            named("everybody may call the API and nothing else")
                    .in(CELL, "\"fertivision-api\"", "\"fertivision-worker\""),
            named("nobody has a role beyond his work").in(CELL, "roles/storage.objectUser", "roles/storage.admin"),
            named("databases can be brought back and not be reached from outside")
                    .in(CELL, "\"ipv4_enabled\": false", "\"ipv4_enabled\": true"),
            named("databases can be brought back and not be reached from outside")
                    .in(CELL, "\"point_in_time_recovery_enabled\": true", "\"point_in_time_recovery_enabled\": false"),
            named("databases can be brought back and not be reached from outside")
                    .in(CELL, "\"deletion_protection\": true", "\"deletion_protection\": false"),
            named("databases can be brought back and not be reached from outside")
                    .in(GIVEN, "POSTGRES_16", "POSTGRES_14"),
            named("keys of ours are turned and stay").in(CELL, "7776000s", "31536000s"),
            named("no secret stands in Terraform").in(CELL, "\"google_sql_database\"", "\"google_sql_user\""),
            named("no secret stands in Terraform").in(CELL, "\"tier\": \"STANDARD_HA\"", "\"auth_token\": \"x\""),
            named("only what needs no token is cached at the edge")
                    .in(EDGE, "\"enable_cdn\": false", "\"enable_cdn\": true"),
            named("only what needs no token is cached at the edge").in(EDGE, "USE_ORIGIN_HEADERS", "FORCE_CACHE_ALL"),
            named("only what needs no token is cached at the edge").in(EDGE, "/v1/kinds", "/v1/analyses"),
            named("the edge speaks TLS").in(EDGE, "TLS_1_2", "TLS_1_0"),
            named("Redis asks for a password over TLS").in(CELL, "\"auth_enabled\": true", "\"auth_enabled\": false"),
            named("variables are declared, given and used").in(GIVEN, "\"domain\"", "\"domian\""),
            named("names of accounts are short enough").in(CELL, "fv-api-", "fertivision-of-the-clinics-"),
            named("each cell is copied to another region").in(COPY, "\"3600s\"", "\"86400s\""),
            named("each cell is copied to another region")
                    .in(
                            COPY,
                            "\"location\": \"${var.copy_region}\",\n        \"storage",
                            "\"location\": \"${var.region}\",\n        \"storage"),
            named("the objective is 99.9 % and its alerts look twice").in(WATCH, "0.999", "0.99"),
            named("the objective is 99.9 % and its alerts look twice").in(WATCH, "\\\"300s\\\"", "\\\"3600s\\\""),
            named("alerts name a runbook and somebody").in(WATCH, "runbooks/region-failover.md", "runbooks/none.md"));

    private record Named(String policy) {
        Change in(String file, String from, String to) {
            return new Change(policy, file, from, to);
        }
    }

    private static Named named(String policy) {
        return new Named(policy);
    }

    @Override
    public String toString() {
        return policy + ": " + to;
    }
}
