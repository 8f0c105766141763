package org.fertivision.server.deploy;

import static org.fertivision.server.deploy.DeployFolder.all;
import static org.fertivision.server.deploy.DeployFolder.at;
import static org.fertivision.server.deploy.DeployFolder.list;
import static org.fertivision.server.deploy.DeployFolder.map;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fertivision.server.deploy.Policy.Violations;

/** What has to be so in the files of Terraform. */
final class TerraformPolicies {
    private static final int LONGEST_ACCOUNT = 30;
    private static final Set<String> ROLES = Set.of(
            "roles/artifactregistry.writer",
            "roles/cloudkms.cryptoKeyEncrypterDecrypter",
            "roles/iam.serviceAccountUser",
            "roles/logging.logWriter",
            "roles/monitoring.metricWriter",
            "roles/monitoring.viewer",
            "roles/run.developer",
            "roles/run.invoker",
            "roles/secretmanager.secretAccessor",
            "roles/storage.legacyBucketReader",
            "roles/storage.objectUser",
            "roles/storage.objectViewer");

    private TerraformPolicies() {}

    static List<Policy> policies() {
        return List.of(
                new Policy("no bucket is public", TerraformPolicies::buckets),
                new Policy("everybody may call the API and nothing else", TerraformPolicies::everybody),
                new Policy("nobody has a role beyond his work", TerraformPolicies::roles),
                new Policy(
                        "databases can be brought back and not be reached from outside", TerraformPolicies::databases),
                new Policy("keys of ours are turned and stay", TerraformPolicies::keys),
                new Policy("no secret stands in Terraform", TerraformPolicies::secrets),
                new Policy("only what needs no token is cached at the edge", TerraformPolicies::edge),
                new Policy("the edge speaks TLS", TerraformPolicies::tls),
                new Policy("Redis asks for a password over TLS", TerraformPolicies::redis),
                new Policy("variables are declared, given and used", TerraformPolicies::variables),
                new Policy("names of accounts are short enough", TerraformPolicies::accounts),
                new Policy("each cell is copied to another region", TerraformPolicies::copies),
                new Policy("the objective is 99.9 % and its alerts look twice", TerraformPolicies::objective),
                new Policy("alerts name a runbook and somebody", TerraformPolicies::alerts));
    }

    private static void buckets(DeployFolder deploy, Violations violations) {
        deploy.resources("google_storage_bucket").forEach((name, bucket) -> {
            violations.unless(Boolean.TRUE.equals(bucket.get("uniform_bucket_level_access")), name + ": access lists");
            violations.unless("enforced".equals(bucket.get("public_access_prevention")), name + ": may become public");
            violations.unless(bucket.containsKey("encryption"), name + ": not under a key of ours");
            violations.unless(Boolean.FALSE.equals(bucket.get("force_destroy")), name + ": goes with its contents");
        });
        violations.unless(deploy.resources("google_storage_bucket").size() == 2, "there are not two buckets");
        violations.unless(deploy.variable("deleted_objects_days") <= 30, "what was erased stays for over 30 days");
    }

    private static void everybody(DeployFolder deploy, Violations violations) {
        for (String file : deploy.files("terraform", ".tf.json")) {
            String text = deploy.text(file);
            violations.unless(!text.contains("allAuthenticatedUsers"), file + ": everybody with an account");
            violations.unless(
                    all("(\"allUsers\")", text).size() == (file.equals("terraform/cell/main.tf.json") ? 1 : 0),
                    file + ": everybody");
        }
        Map<String, Object> invoker =
                deploy.resources("google_cloud_run_v2_service_iam_member").get("terraform/cell/main.tf.json api");
        violations.unless(
                "fertivision-api".equals(invoker.get("name"))
                        && "roles/run.invoker".equals(invoker.get("role"))
                        && "allUsers".equals(invoker.get("member")),
                "what everybody may is not calling the API");
    }

    private static void roles(DeployFolder deploy, Violations violations) {
        for (String file : deploy.files("terraform", ".tf.json")) {
            for (String role : all("(roles/[A-Za-z.]+)", deploy.text(file))) {
                violations.unless(ROLES.contains(role), file + ": " + role);
            }
        }
        for (String type : deploy.resourceTypes()) {
            violations.unless(
                    !type.endsWith("_iam_policy") && !type.endsWith("_iam_binding"),
                    type + " takes others' roles away");
        }
    }

    private static void databases(DeployFolder deploy, Violations violations) {
        violations.unless(
                Integer.parseInt(all("POSTGRES_([0-9]+)", (String)
                                        deploy.variables().get("database_version"))
                                .get(0))
                        >= 15,
                "the server needs PostgreSQL 15");
        violations.unless(deploy.variable("backups_kept") >= 30, "backups are not kept for 30 days");
        deploy.resources("google_sql_database_instance").forEach((name, database) -> {
            violations.unless(Boolean.TRUE.equals(database.get("deletion_protection")), name + ": may be deleted");
            violations.unless(
                    Boolean.TRUE.equals(at(database, "settings", "deletion_protection_enabled")),
                    name + ": may be deleted elsewhere");
            violations.unless(
                    Boolean.FALSE.equals(at(database, "settings", "ip_configuration", "ipv4_enabled")),
                    name + ": has a public address");
            violations.unless(
                    "ENCRYPTED_ONLY".equals(at(database, "settings", "ip_configuration", "ssl_mode")),
                    name + ": may be asked without TLS");
            violations.unless(database.containsKey("encryption_key_name"), name + ": not under a key of ours");
            if (!database.containsKey("master_instance_name")) {
                Map<String, Object> settings = map(database.get("settings"));
                violations.unless("REGIONAL".equals(settings.get("availability_type")), name + ": has no standby");
                Map<String, Object> backup = map(settings.get("backup_configuration"));
                violations.unless(
                        Boolean.TRUE.equals(backup.get("point_in_time_recovery_enabled")), name + ": no recovery");
                violations.unless("03:00".equals(backup.get("start_time")), name + ": backups are not at 03:00");
                violations.unless(!backup.containsKey("binary_log_enabled"), name + ": that is MySQL's");
            }
        });
    }

    private static void keys(DeployFolder deploy, Violations violations) {
        deploy.resources("google_kms_crypto_key").forEach((name, key) -> {
            violations.unless(
                    Long.parseLong(all("([0-9]+)s", String.valueOf(key.get("rotation_period")))
                                    .get(0))
                            <= 90 * 86_400L,
                    name + ": is turned less often than every 90 days");
            violations.unless(Boolean.TRUE.equals(at(key, "lifecycle", "prevent_destroy")), name + ": may go");
        });
        violations.unless(!deploy.resources("google_kms_crypto_key").isEmpty(), "there is no key");
    }

    private static void secrets(DeployFolder deploy, Violations violations) {
        for (String type : List.of("google_secret_manager_secret_version", "google_sql_user")) {
            violations.unless(!deploy.resourceTypes().contains(type), type + " puts a secret into the state");
        }
        for (String file : deploy.files("", ".json")) {
            violations.unless(
                    all("(?i)\"([a-z_]*(?:password|token|api_key|private_key))\"\\s*:", deploy.text(file))
                            .isEmpty(),
                    file + ": a secret");
        }
    }

    private static void edge(DeployFolder deploy, Violations violations) {
        Map<String, Map<String, Object>> backends = deploy.resources("google_compute_backend_service");
        Map<String, Object> tenant = backends.get("terraform/edge.tf.json tenant");
        violations.unless(Boolean.FALSE.equals(tenant.get("enable_cdn")), "tenants' data are cached");
        backends.forEach((name, backend) -> {
            violations.unless(backend.containsKey("security_policy"), name + ": not behind Armor");
            if (Boolean.TRUE.equals(backend.get("enable_cdn"))) {
                violations.unless(
                        String.valueOf(backend.get("cdn_policy")).contains("USE_ORIGIN_HEADERS"),
                        name + ": caches what is not said to be cached");
            }
        });
        Map<String, Object> cell = map(at(
                deploy.resources("google_compute_url_map").get("terraform/edge.tf.json edge"),
                "dynamic",
                "path_matcher",
                "content"));
        violations.unless(
                String.valueOf(cell.get("default_service")).contains(".tenant["), "what has no rule is cached");
        for (Object rule : list(cell.get("path_rule"))) {
            for (Object path : list(map(rule).get("paths"))) {
                violations.unless(OpenPaths.isOpen((String) path), path + " needs a token and is cached");
            }
        }
    }

    private static void tls(DeployFolder deploy, Violations violations) {
        Map<String, Object> policy =
                deploy.resources("google_compute_ssl_policy").get("terraform/edge.tf.json edge");
        violations.unless("RESTRICTED".equals(policy.get("profile")), "old ciphers");
        violations.unless("TLS_1_2".equals(policy.get("min_tls_version")), "old TLS");
        violations.unless(
                Boolean.TRUE.equals(at(
                        deploy.resources("google_compute_url_map").get("terraform/edge.tf.json to_https"),
                        "default_url_redirect",
                        "https_redirect")),
                "HTTP is not sent to HTTPS");
    }

    private static void redis(DeployFolder deploy, Violations violations) {
        deploy.resources("google_redis_instance").forEach((name, redis) -> {
            violations.unless(Boolean.TRUE.equals(redis.get("auth_enabled")), name + ": no password");
            violations.unless("SERVER_AUTHENTICATION".equals(redis.get("transit_encryption_mode")), name + ": no TLS");
            violations.unless(
                    "PRIVATE_SERVICE_ACCESS".equals(redis.get("connect_mode")), name + ": outside of the network");
        });
    }

    private static void variables(DeployFolder deploy, Violations violations) {
        Set<String> declared =
                map(deploy.document("terraform/main.tf.json").get("variable")).keySet();
        Set<String> given = deploy.variables().keySet();
        violations.unless(declared.equals(given), "declared " + declared + ", given " + given);
        String used = String.join(
                "\n",
                deploy.files("terraform", ".tf.json").stream().map(deploy::text).toList());
        String rendering = deploy.text("render");
        for (String name : given) {
            violations.unless(
                    used.contains("var." + name)
                            || all("\\b(" + name + ")\\b", rendering).size() > 0,
                    name + " is used nowhere");
        }
        Set<String> ofCell = map(at(deploy.document("terraform/cell/main.tf.json"), "variable"))
                .keySet();
        for (String name : ofCell) {
            violations.unless(
                    map(at(deploy.document("terraform/main.tf.json"), "module", "cell"))
                            .containsKey(name),
                    "the cell is not given " + name);
        }
    }

    private static void accounts(DeployFolder deploy, Violations violations) {
        for (Object region : list(deploy.variables().get("regions"))) {
            deploy.resources("google_service_account").forEach((name, account) -> {
                String id = String.valueOf(account.get("account_id")).replace("${var.region}", (String) region);
                violations.unless(id.length() <= LONGEST_ACCOUNT, id + " is longer than Google takes");
            });
        }
    }

    private static void copies(DeployFolder deploy, Violations violations) {
        Map<String, Object> copy =
                deploy.resources("google_sql_database_instance").get("terraform/cell/copy.tf.json copy");
        violations.unless("${var.copy_region}".equals(copy.get("region")), "the database's copy is in its region");
        violations.unless(
                "${var.copy_region}"
                        .equals(deploy.resources("google_storage_bucket")
                                .get("terraform/cell/copy.tf.json copy")
                                .get("location")),
                "the images' copy is in their region");
        Map<String, Object> job =
                deploy.resources("google_storage_transfer_job").get("terraform/cell/copy.tf.json copy");
        violations.unless("3600s".equals(at(job, "schedule", "repeat_interval")), "images are not copied every hour");
        violations.unless(
                Boolean.TRUE.equals(at(job, "transfer_spec", "transfer_options", "delete_objects_unique_in_sink")),
                "erasure does not reach the copy");
        violations.unless(list(deploy.variables().get("regions")).size() >= 2, "one region has no other");
    }

    private static void objective(DeployFolder deploy, Violations violations) {
        violations.unless(
                Double.valueOf(0.999)
                        .equals(deploy.resources("google_monitoring_slo")
                                .get("terraform/monitoring.tf.json available")
                                .get("goal")),
                "the objective is another");
        for (BurnRate rate : BurnRate.all(deploy)) {
            violations.unless(rate.longSeconds() >= 12 * rate.shortSeconds(), rate + " looks twice at the same");
            violations.unless(rate.factor() >= 6, rate + " wakes people for nothing");
        }
        violations.unless(BurnRate.all(deploy).size() == 2, "there are not two rates");
        deploy.resources("google_monitoring_uptime_check_config").forEach((name, check) -> {
            String path = (String) at(check, "http_check", "path");
            violations.unless(OpenPaths.isOpen(path), name + ": " + path + " needs a token");
            violations.unless(Boolean.TRUE.equals(at(check, "http_check", "validate_ssl")), name + ": any certificate");
        });
    }

    private static void alerts(DeployFolder deploy, Violations violations) {
        deploy.resources("google_monitoring_alert_policy").forEach((name, alert) -> {
            String runbook = (String) at(alert, "documentation", "content");
            violations.unless(
                    runbook.startsWith("deploy/runbooks/")
                            && Files.exists(deploy.path().resolve(runbook.substring("deploy/".length()))),
                    name + ": no runbook");
            violations.unless(!list(alert.get("notification_channels")).isEmpty(), name + ": tells nobody");
        });
    }
}
