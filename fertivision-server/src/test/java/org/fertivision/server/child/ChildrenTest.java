package org.fertivision.server.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.fertivision.server.child.ChildEndedException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ChildrenTest {
    private static final int HEAP_MIB = 32;

    private final Children children = new Children(ChildrenTest::command, HEAP_MIB, HEAP_MIB);

    private static List<String> command(int heapMib) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMib + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Obeying.class.getName());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void end() {
        children.close();
    }

    private String ask(String question) {
        return ask(question, List.of(), share -> {}, () -> true, HEAP_MIB);
    }

    private String ask(
            String question, List<Input> inputs, DoubleConsumer progress, BooleanSupplier wanted, int heapMib) {
        try (Children.Turn turn = children.turn(heapMib)) {
            return new String(
                    turn.ask(question.getBytes(StandardCharsets.UTF_8), inputs, progress, wanted),
                    StandardCharsets.UTF_8);
        }
    }

    private Reason ended(String question) {
        return catchThrowableOfType(ChildEndedException.class, () -> ask(question))
                .reason();
    }

    @Test
    void inputsComeWholeAndProgressIsHeard() {
        byte[] large = new byte[3_000_001];
        new Random(1).nextBytes(large);
        List<Double> progress = new ArrayList<>();
        AtomicInteger opened = new AtomicInteger();
        List<Input> inputs = List.of(
                () -> {
                    opened.incrementAndGet();
                    return new ByteArrayInputStream(large);
                },
                () -> new ByteArrayInputStream(new byte[0]));
        String answer = ask("hash", inputs, progress::add, () -> true, HEAP_MIB);

        assertThat(answer)
                .isEqualTo(sha256(large) + " " + HexFormat.of().formatHex(large, 0, 10) + " -1\n" + sha256(new byte[0])
                        + "  -1\n");
        assertThat(progress).containsExactly(0.5, 1.0);
        assertThat(opened).hasValue(2);
        assertThatThrownBy(() -> ask(
                        "hash",
                        List.of(() -> {
                            throw new IOException("gone");
                        }),
                        share -> {},
                        () -> true,
                        HEAP_MIB))
                .hasRootCauseMessage("gone");
        assertThat(children.size()).isZero();
    }

    @Test
    void whateverEndsAChildEndsNoOther() {
        String first = ask("who");
        assertThat(ask("who")).isEqualTo(first);
        assertThat(ended("fail")).isEqualTo(Reason.FAILED);
        assertThat(ended("exhaust")).isEqualTo(Reason.OUT_OF_MEMORY);
        assertThat(ended("end")).isEqualTo(Reason.DIED);
        assertThat(children.size()).isZero();
        String another = ask("who");
        assertThat(another).isNotEqualTo(first);
        assertThat(children.size()).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itTakesTheProcessorAfterAllOthers() throws IOException {
        assertThat(niceness(ask("who")) - niceness("self")).isEqualTo(5);
    }

    private static int niceness(String process) throws IOException {
        String status = Files.readString(Path.of("/proc", process, "stat"));
        return Integer.parseInt(status.substring(status.lastIndexOf(')') + 2).split(" ", -1)[16]);
    }

    @Test
    void oneThatHangsIsEndedWhenNobodyWantsItsAnswer() throws Exception {
        long pid = Long.parseLong(ask("who"));
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
        ChildEndedException ended = catchThrowableOfType(
                ChildEndedException.class,
                () -> ask("hang", List.of(), share -> {}, () -> System.nanoTime() < until, HEAP_MIB));

        assertThat(ended.reason()).isEqualTo(Reason.STOPPED);
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void itKnowsNothingOfTheEnvironmentAndItsHeapIsWhatIsAsked() {
        assertThat(Set.of("LANG", "LC_ALL", "LC_CTYPE"))
                .containsAll(Set.of(ask("environment").split(" ")).stream()
                        .filter(name -> !name.isEmpty())
                        .toList());
        long usual = Long.parseLong(ask("heap"));
        long large = Long.parseLong(ask("heap", List.of(), share -> {}, () -> true, 96));
        assertThat(usual).isBetween(20L << 20, 32L << 20);
        assertThat(large).isBetween(80L << 20, 96L << 20);
        assertThat(children.size()).isEqualTo(1);
    }

    @Test
    void afterTwoHundredAnswersItIsAnother() {
        Set<String> pids = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            pids.add(ask("who"));
        }
        assertThat(pids).hasSize(1);
        assertThat(children.size()).isZero();
        assertThat(pids).doesNotContain(ask("who"));
    }

    @Test
    void aSignalForAllProcessesLeavesItAndTheParentsEndTakesItAlong() throws Exception {
        Process child = new ProcessBuilder(command(HEAP_MIB)).start();
        try {
            assertThat(child.getInputStream().read()).isEqualTo('Y');
            child.getOutputStream().write(new byte[] {'Q', 0, 0, 0, 4, 'h', 'a', 'n', 'g', 0, 0, 0, 0});
            child.getOutputStream().flush();
            assertThat(child.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();
            child.toHandle().destroy(); // the process's own would close its input, too
            assertThat(child.waitFor(1, TimeUnit.SECONDS)).isFalse();
            child.getOutputStream().close();
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            child.destroyForcibly();
        }
    }
}
