package org.fertivision.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fertivision.server.backup.BackupFailedException;
import org.fertivision.server.log.Log;
import org.fertivision.server.settings.BadSettingsException;
import org.fertivision.server.settings.Setting;
import org.fertivision.server.settings.Settings;

/** The {@code serve} command. */
public final class Main {
    private static final int BAD_SETTINGS = 2;
    private static final int FAILED = 1;
    private static final String HOME = "fertivision.home";

    private Main() {}

    /** Starts the server and returns; SIGTERM and Ctrl-C end it. */
    public static void main(String[] args) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(List.of(args), System.getenv(), err);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Starts the server; 0 where it runs. */
    static int run(List<String> arguments, Map<String, String> environment, PrintStream err) {
        Log log = new Log(err, Clock.systemUTC());
        if (arguments.contains("--help") || arguments.contains("-h")) {
            err.print(help());
            return BAD_SETTINGS;
        }
        log.takeOverLibraries();
        try {
            Optional<Path> home = Optional.ofNullable(System.getProperty(HOME)).map(Path::of);
            Optional<Upkeep> upkeep = Upkeep.of(arguments);
            if (upkeep.isPresent()) {
                Server.Surroundings around = new Server.Surroundings(environment, home, err, log, Clock.systemUTC());
                return upkeep.get().run(arguments.subList(1, arguments.size()), around) ? 0 : FAILED;
            }
            Settings settings = Settings.read(arguments, environment);
            Log told = settings.text(Setting.MONITORING_PROJECT)
                    .map(log::ofProject)
                    .orElse(log);
            Server server =
                    Server.start(settings, new Server.Surroundings(environment, home, err, told, Clock.systemUTC()));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "drain"));
            return 0;
        } catch (BadSettingsException e) {
            err.println("fertivision: " + e.getMessage());
            return BAD_SETTINGS;
        } catch (BackupFailedException e) {
            err.println("fertivision: " + e.getMessage());
            return FAILED;
        } catch (RuntimeException e) {
            log.warn("start failed", e);
            err.println("fertivision: the server could not start: " + e.getMessage());
            return FAILED;
        }
    }

    private static String help() {
        StringBuilder text = new StringBuilder("""
                Usage: fertivision serve [--NAME VALUE]...
                       fertivision serve backup --out DIR [--NAME VALUE]...
                       fertivision serve restore --from DIR [--NAME VALUE]...
                       fertivision serve verify [--NAME VALUE]...
                       fertivision serve rotate [--NAME VALUE]...
                       fertivision serve forget [--NAME VALUE]...

                backup copies all that is kept into a folder, beside a server that runs or without one; restore puts it into
                an empty place, in which keys.json and pepper of the old data folder are already; verify looks at every
                image, every result and every audit trail; rotate makes a new master key and wraps all keys under it, and goes
                on where it was interrupted; forget takes older master keys out of their file once nothing needs them.

                Each option is also a variable of the environment, and a line in the file of settings.

                """);
        for (Setting setting : Setting.values()) {
            String flag = setting.flag().isEmpty() ? "(no option)" : setting.flag();
            text.append(String.format("  %-30s %s%n", flag, setting.variable()))
                    .append("      ")
                    .append(setting.meaning());
            text.append(setting.usual().isEmpty() ? "\n" : " Default: " + setting.usual() + ".\n");
        }
        return text.toString();
    }
}
