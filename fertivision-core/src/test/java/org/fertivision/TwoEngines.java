package org.fertivision;

import java.io.File;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import javax.imageio.spi.IIORegistry;

/**
 * A program that knows nothing of FertiVision: it loads the engine twice, each in a loader of its own, measures a picture
 * with both, lets go of them and says what is left.
 */
public final class TwoEngines {
    /** Threads of the JDK's own that begin when it first draws or decodes. */
    private static final Set<String> OF_THE_JDK = Set.of("Java2D Disposer", "Common-Cleaner", "Attach Listener");

    private TwoEngines() {}

    /** Takes the picture and the class path of the engine. */
    public static void main(String[] arguments) throws Exception {
        byte[] picture = Files.readAllBytes(Path.of(arguments[0]));
        URL[] jars = urls(arguments[1]);
        Set<Thread> threads = Thread.getAllStackTraces().keySet();
        Set<String> registry = registry();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Map<Object, Object> properties = Map.copyOf(System.getProperties());

        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        byte[] first = measure(jars, picture, loaders);
        byte[] second = measure(jars, picture, loaders);

        System.out.println(Arrays.equals(first, second) ? "same bytes" : "other bytes");
        System.out.println("threads left: " + left(threads));
        System.out.println("registry changed: " + difference(registry, registry()));
        System.out.println("properties changed: "
                + difference(
                        properties.entrySet(),
                        Map.copyOf(System.getProperties()).entrySet()));
        System.out.println(
                locale.equals(Locale.getDefault()) && zone.equals(TimeZone.getDefault())
                        ? "locale and zone as before"
                        : "locale or zone changed");
        System.out.println("loaders left: " + alive(loaders));
    }

    private static byte[] measure(URL[] jars, byte[] picture, List<WeakReference<ClassLoader>> loaders)
            throws Exception {
        try (URLClassLoader loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            loaders.add(new WeakReference<>(loader));
            Class<?> engine = loader.loadClass("org.fertivision.FertiVision");
            Class<?> request = loader.loadClass("org.fertivision.request.Request");
            Object builder = request.getMethod("of", String.class).invoke(null, "sperm-vitality");
            builder = builder.getClass().getMethod("field", byte[].class).invoke(builder, (Object) picture);
            Object asked = builder.getClass().getMethod("build").invoke(builder);
            AutoCloseable measuring = (AutoCloseable) engine.getMethod("create").invoke(null);
            Object outcome = engine.getMethod("analyze", request).invoke(measuring, asked);
            Object report = loader.loadClass("org.fertivision.Outcome")
                    .getMethod("orElseThrow")
                    .invoke(outcome);
            System.out.println("completed");
            Method write = Arrays.stream(loader.loadClass("org.fertivision.report.ReportJson")
                            .getMethods())
                    .filter(m -> m.getName().equals("write"))
                    .findFirst()
                    .orElseThrow();
            byte[] json = (byte[]) write.invoke(null, report);
            measuring.close();
            return json;
        }
    }

    private static Set<String> left(Set<Thread> before) {
        Set<String> left = new TreeSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && !OF_THE_JDK.contains(thread.getName())) {
                left.add(thread.getName());
            }
        }
        return left;
    }

    private static Set<String> registry() {
        Set<String> names = new TreeSet<>();
        IIORegistry registry = IIORegistry.getDefaultInstance();
        for (Iterator<Class<?>> kinds = registry.getCategories(); kinds.hasNext(); ) {
            Class<?> kind = kinds.next();
            registry.getServiceProviders(kind, false)
                    .forEachRemaining(p ->
                            names.add(kind.getSimpleName() + " " + p.getClass().getName()));
        }
        return names;
    }

    private static <T> Set<T> difference(Set<T> before, Set<T> after) {
        Set<T> changed = new HashSet<>(before);
        changed.addAll(after);
        changed.removeIf(one -> before.contains(one) && after.contains(one));
        return changed;
    }

    private static long alive(List<WeakReference<ClassLoader>> loaders) throws InterruptedException {
        for (int tries = 0; tries < 50; tries++) {
            System.gc();
            if (loaders.stream().allMatch(l -> l.get() == null)) {
                return 0;
            }
            Thread.sleep(20);
        }
        return loaders.stream().filter(l -> l.get() != null).count();
    }

    private static URL[] urls(String path) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String part : path.split(File.pathSeparator)) {
            urls.add(Path.of(part).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
