package org.fertivision.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fertivision.FertiVision;
import org.fertivision.spi.Plugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Core, the sockets and the sample vendor as named modules, in a Java of their own. */
class ModulePathTest {
    private static final String PROBE = """
            package probe;
            import java.lang.module.Configuration;
            import java.lang.module.ModuleFinder;
            import java.nio.file.Path;
            import java.util.Set;
            import org.fertivision.EngineConfig;
            import org.fertivision.FertiVision;
            import org.fertivision.spi.Id;
            public final class Main {
                public static void main(String[] args) {
                    EngineConfig.Builder config = EngineConfig.builder();
                    if (args.length == 1) {
                        ModuleFinder finder = ModuleFinder.of(Path.of(args[0]));
                        Configuration added = ModuleLayer.boot().configuration()
                                .resolveAndBind(finder, ModuleFinder.of(), Set.of("com.acme.score"));
                        ModuleLayer layer = ModuleLayer.boot()
                                .defineModulesWithOneLoader(added, ClassLoader.getPlatformClassLoader());
                        config.pluginLoader(layer.findLoader("com.acme.score"));
                    }
                    try (FertiVision fv = FertiVision.create(config.build())) {
                        System.out.println("module=" + FertiVision.class.getModule().getName());
                        System.out.println("provider=" + fv.plugins().provider(Id.of("acme.demo-count")).orElse("none"));
                        System.out.println("ours=" + fv.plugins().provider(Id.of("fertivision.who6")).orElse("none"));
                        System.out.println("problems=" + fv.plugins().problems());
                    }
                }
            }
            """;

    /** Core and what it needs. */
    private static final List<Path> CORE = Stream.of(FertiVision.class, Plugin.class, Caffeine.class, JsonFactory.class)
            .map(VendorJar::home)
            .toList();

    @TempDir
    private Path dir;

    @Test
    void theSampleVendorIsTakenFromTheModulePath() throws Exception {
        Path vendor = ExampleVendor.jar(dir);

        assertThat(run(List.of(vendor), List.of())).containsAllEntriesOf(wanted("com.acme.score"));
    }

    @Test
    void theSampleVendorIsTakenFromALayerOfItsOwn() throws Exception {
        Path vendor = ExampleVendor.jar(dir);

        assertThat(run(List.of(), List.of(vendor.toString()))).containsAllEntriesOf(wanted("com.acme.score"));
    }

    @Test
    void withoutAVendorThereIsNone() throws Exception {
        assertThat(run(List.of(), List.of())).containsAllEntriesOf(wanted("none"));
    }

    private static Map<String, String> wanted(String provider) {
        return Map.of("module", "org.fertivision.core", "provider", provider, "ours", "built-in", "problems", "[]");
    }

    private Map<String, String> run(List<Path> more, List<String> arguments) throws IOException, InterruptedException {
        List<Path> path = new ArrayList<>(CORE);
        path.add(probe());
        path.addAll(more);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-p",
                path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "-m",
                "probe/probe.Main"));
        command.addAll(arguments);
        Path said = dir.resolve("said.txt");
        Process java = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(java.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(java.exitValue()).as(text).isZero();
        Map<String, String> answers = new TreeMap<>();
        text.lines()
                .filter(l -> l.contains("="))
                .forEach(l -> answers.put(l.substring(0, l.indexOf('=')), l.substring(l.indexOf('=') + 1)));
        return answers;
    }

    private Path probe() throws IOException {
        return new VendorJar()
                .source("module-info.java", "module probe { requires org.fertivision.core; }")
                .source("probe/Main.java", PROBE)
                .against(CORE)
                .packInto(dir, "probe");
    }
}
