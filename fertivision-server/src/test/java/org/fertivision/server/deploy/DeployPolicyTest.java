package org.fertivision.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each policy holds for {@code deploy/}, and is broken by a copy in which one thing is otherwise. */
class DeployPolicyTest {
    private static final List<Policy> POLICIES = Stream.of(
                    RunPolicies.policies(), TerraformPolicies.policies(), LoadTestPolicies.policies())
            .flatMap(List::stream)
            .toList();

    @TempDir
    private Path dir;

    static List<Policy> policies() {
        return POLICIES;
    }

    @ParameterizedTest
    @MethodSource("policies")
    void itHolds(Policy policy) {
        assertThat(policy.violations(DeployFolder.ours())).isEmpty();
    }

    static List<Change> changes() {
        return Change.ALL;
    }

    @ParameterizedTest
    @MethodSource("changes")
    void itIsBrokenByACopyInWhichOneThingIsOtherwise(Change change) throws IOException {
        Policy policy = POLICIES.stream()
                .filter(p -> p.name().equals(change.policy()))
                .findFirst()
                .orElseThrow();
        DeployFolder copy = copy();
        String before = copy.text(change.file());

        assertThat(before).contains(change.from());
        Files.writeString(copy.path().resolve(change.file()), before.replace(change.from(), change.to()));
        assertThat(policy.violations(copy)).isNotEmpty().noneMatch(violation -> violation.startsWith("cannot be read"));
    }

    @Test
    void everyPolicyIsBrokenByACopy() {
        assertThat(Change.ALL.stream().map(Change::policy).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        POLICIES.stream().map(Policy::name).toList());
    }

    private DeployFolder copy() throws IOException {
        Path from = DeployFolder.ours().path();
        Path to = dir.resolve("deploy");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return new DeployFolder(to);
    }
}
