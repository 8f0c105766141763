package org.fertivision.server;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.fertivision.EngineConfig;
import org.fertivision.FertiVision;
import org.fertivision.server.analysis.ChildWork;
import org.fertivision.server.child.Children;
import org.fertivision.server.log.Log;
import org.fertivision.server.metrics.Metrics;
import org.fertivision.server.settings.Setting;
import org.fertivision.server.settings.Settings;

/** A process that measures for the server, and how the server starts it. */
public final class ChildMain {
    private ChildMain() {}

    /** Measures what is asked on the standard input; the argument is the folder of plug-ins, if there is one. */
    public static void main(String[] args) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setOut(err); // what a plug-in prints is no answer
        Log log = new Log(err, Clock.systemUTC());
        log.takeOverLibraries();
        EngineConfig.Builder config = EngineConfig.builder();
        for (String folder : args) {
            PluginFolder.addTo(config, Path.of(folder));
        }
        ChildWork.serve(
                FertiVision.create(config.build()),
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                log);
    }

    /** The children that the settings allow, none of them started; nothing where the server is to measure itself. */
    static Optional<Children> children(Settings settings, Optional<Path> home, Metrics metrics) {
        int heapMib = settings.number(Setting.CHILD_MIB);
        if (heapMib == 0) {
            return Optional.empty();
        }
        Optional<Path> plugins = PluginFolder.of(settings.text(Setting.PLUGINS).map(Path::of), home);
        int mostMib = Math.max(heapMib, settings.number(Setting.CHILD_MOST_MIB));
        Children children = new Children(command(plugins), heapMib, mostMib);
        metrics.gauge("fertivision_children", "Processes that measure, or wait to.", children::size);
        return Optional.of(children);
    }

    /** The command of a child with a heap of so many MiB. */
    private static IntFunction<List<String>> command(Optional<Path> plugins) {
        return heapMib -> {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + heapMib + "m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-Djava.awt.headless=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ChildMain.class.getName()));
            plugins.ifPresent(folder -> command.add(folder.toString()));
            return command;
        };
    }
}
