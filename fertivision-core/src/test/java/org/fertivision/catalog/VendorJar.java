package org.fertivision.catalog;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.fertivision.spi.Plugin;

/** A jar as a vendor would bring it: sources compiled against the sockets alone, packed with their files of services. */
final class VendorJar {
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, String> resources = new TreeMap<>();
    private final List<String> left = new ArrayList<>();
    private final List<Path> libraries = new ArrayList<>(List.of(home(Plugin.class)));

    /** The whole project of a vendor, as it lies in a directory of the Maven layout. */
    static VendorJar of(Path project) throws IOException {
        VendorJar jar = new VendorJar();
        jar.sources.putAll(read(project.resolve("src/main/java")));
        jar.resources.putAll(read(project.resolve("src/main/resources")));
        return jar;
    }

    /** Adds a source file by its path, such as {@code com/acme/Scorer.java}. */
    VendorJar source(String path, String text) {
        sources.put(path, text);
        return this;
    }

    /** Declares plug-ins of a socket in the file of services. */
    VendorJar declares(Class<? extends Plugin> socket, String... classes) {
        resources.put("META-INF/services/" + socket.getName(), String.join("\n", classes) + "\n");
        return this;
    }

    /** Compiles against these jars, too. */
    VendorJar against(List<Path> jars) {
        libraries.addAll(jars);
        return this;
    }

    /** Leaves a compiled class out of the jar, such as {@code com/acme/Library.class}. */
    VendorJar without(String path) {
        left.add(path);
        return this;
    }

    /** Compiles and packs into a jar of that name. */
    Path packInto(Path directory, String name) throws IOException {
        Path home = Files.createDirectories(directory.resolve(name + "-build"));
        Path classes = Files.createDirectories(home.resolve("classes"));
        compile(write(home), classes);
        Path jar = directory.resolve(name + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files(classes)) {
                String entry = unix(classes.relativize(file));
                if (!left.contains(entry)) {
                    add(out, entry, Files.readAllBytes(file));
                }
            }
            for (Map.Entry<String, String> resource : resources.entrySet()) {
                add(out, resource.getKey(), resource.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    /** A loader of the given jars above the loader of the tests. */
    static URLClassLoader loader(Path... jars) {
        URL[] urls = Arrays.stream(jars).map(VendorJar::url).toArray(URL[]::new);
        return new URLClassLoader(urls, VendorJar.class.getClassLoader());
    }

    /** The jar or directory of classes that a class came from. */
    static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void compile(List<Path> files, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        boolean modular = sources.containsKey("module-info.java");
        List<String> options = List.of(
                "--release",
                "17",
                "-proc:none",
                "-d",
                classes.toString(),
                modular ? "--module-path" : "--class-path",
                libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean done = compiler.getTask(
                            said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!done) {
                throw new IllegalStateException(said.toString());
            }
        }
    }

    private List<Path> write(Path home) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = home.resolve("sources").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        return files;
    }

    private static void add(JarOutputStream out, String entry, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(entry));
        out.write(bytes);
        out.closeEntry();
    }

    private static Map<String, String> read(Path root) throws IOException {
        return files(root).stream().collect(Collectors.toMap(f -> unix(root.relativize(f)), VendorJar::text));
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String unix(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
