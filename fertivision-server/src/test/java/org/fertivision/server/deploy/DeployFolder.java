package org.fertivision.server.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of {@code deploy/}, or of a copy of it, as plain values. */
final class DeployFolder {
    private static final Path REPOSITORY = Path.of("..");

    private final Path folder;
    private final Map<String, Map<String, Object>> rendered = new HashMap<>();

    DeployFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder of the repository. */
    static DeployFolder ours() {
        return new DeployFolder(REPOSITORY.resolve("deploy"));
    }

    Path path() {
        return folder;
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the repository outside of the folder. */
    static String besides(String file) {
        return new DeployFolder(REPOSITORY).text(file);
    }

    /** The files below a folder whose names end so. */
    List<String> files(String below, String end) {
        try (Stream<Path> all = Files.walk(folder.resolve(below))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> file.endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document of YAML, or of JSON, which is YAML. */
    static Object parsed(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    Map<String, Object> document(String file) {
        return map(parsed(text(file)));
    }

    Map<String, Object> variables() {
        return document("variables.tfvars.json");
    }

    int variable(String name) {
        return (Integer) variables().get(name);
    }

    /** A service as {@code deploy/render} writes it with the variables as they are. */
    Map<String, Object> rendered(String service) {
        return rendered.computeIfAbsent(service, name -> map(parsed(render(name))));
    }

    private String render(String service) {
        try {
            Path out = Files.createTempDirectory("rendered");
            Process process = new ProcessBuilder(
                            folder.resolve("render").toString(), "us-central1", "registry/image:1", out.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            String text = Files.readString(out.resolve(service + ".yaml"));
            try (Stream<Path> files = Files.list(out)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(out);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All resources of a type in all files of Terraform, by file and name. */
    Map<String, Map<String, Object>> resources(String type) {
        Map<String, Map<String, Object>> found = new TreeMap<>();
        for (String file : files("terraform", ".tf.json")) {
            Map<String, Object> all = map(document(file).getOrDefault("resource", Map.of()));
            map(all.getOrDefault(type, Map.of())).forEach((name, body) -> found.put(file + " " + name, map(body)));
        }
        return found;
    }

    /** The types of all resources. */
    List<String> resourceTypes() {
        List<String> types = new ArrayList<>();
        for (String file : files("terraform", ".tf.json")) {
            types.addAll(map(document(file).getOrDefault("resource", Map.of())).keySet());
        }
        return types;
    }

    /** All that a pattern finds in a text, by its first group. */
    static List<String> all(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** What stands at a path of names and numbers; an exception where there is nothing. */
    static Object at(Object value, Object... path) {
        Object here = value;
        for (Object step : path) {
            here = step instanceof Integer index ? ((List<?>) here).get(index) : ((Map<?, ?>) here).get(step);
            if (here == null) {
                throw new IllegalStateException("there is no " + step);
            }
        }
        return here;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    static List<?> list(Object value) {
        return (List<?>) value;
    }
}
