package org.fertivision.catalog;

import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Plugin;

/** Lets strangers' plug-ins in, each on its own, and says of each that stays outside why. */
final class Strangers<P extends Plugin> {
    private static final int MOST_PROVIDERS = 1_000;

    private final Class<P> socket;
    private final Descriptor.Role role;
    private final Collection<String> preferredClasses;
    private final Collection<PluginProblem> problems;
    private final SortedMap<String, List<Present<P>>> byId = new TreeMap<>();

    Strangers(
            Class<P> socket,
            Descriptor.Role role,
            Collection<String> preferredClasses,
            Collection<PluginProblem> problems) {
        this.socket = socket;
        this.role = role;
        this.preferredClasses = preferredClasses;
        this.problems = problems;
    }

    /** Takes in what the service files and module declarations of a loader name. */
    void load(ServiceLoader<P> services) {
        Iterator<ServiceLoader.Provider<P>> providers = services.stream().iterator();
        for (int tries = 0; tries < MOST_PROVIDERS; tries++) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                take(providers.next());
            } catch (LinkageError e) {
                problems.add(new PluginProblem(socket.getSimpleName(), missingOrBroken(e)));
            } catch (ServiceConfigurationError | RuntimeException e) {
                problems.add(
                        new PluginProblem(socket.getSimpleName(), "is declared but cannot be loaded: " + words(e)));
            }
        }
        problems.add(new PluginProblem(
                socket.getSimpleName(), "more than " + MOST_PROVIDERS + " are declared; the rest was left out"));
    }

    /** Takes in a plug-in that its owner built; it stands in place of the same class that a jar declares. */
    void add(P plugin) {
        admit(plugin, false);
    }

    /** Those that may be chosen: of two with one id neither, unless the configuration names one. */
    List<Present<P>> admitted() {
        List<Present<P>> admitted = new ArrayList<>();
        byId.forEach((id, rivals) -> {
            List<Present<P>> named = rivals.size() == 1
                    ? rivals
                    : rivals.stream()
                            .filter(r -> preferredClasses.contains(className(r.plugin())))
                            .toList();
            if (named.size() == 1) {
                admitted.add(named.get(0));
            } else {
                List<String> classes =
                        rivals.stream().map(r -> className(r.plugin())).sorted().toList();
                problems.add(new PluginProblem(
                        id,
                        "two plug-ins claim this id, so neither is taken until the configuration prefers one class: "
                                + String.join(", ", classes)));
            }
        });
        return admitted;
    }

    private void take(ServiceLoader.Provider<P> provider) {
        String name = provider.type().getName();
        try {
            admit(provider.get(), true);
        } catch (ServiceConfigurationError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            problems.add(new PluginProblem(
                    name,
                    cause instanceof LinkageError broken
                            ? missingOrBroken(broken)
                            : "its constructor failed: " + words(cause)));
        } catch (LinkageError e) {
            problems.add(new PluginProblem(name, missingOrBroken(e)));
        }
    }

    private void admit(P plugin, boolean declared) {
        String name = className(plugin);
        try {
            admit(plugin, name, declared);
        } catch (NoClassDefFoundError e) {
            problems.add(new PluginProblem(name, missingOrBroken(e)));
        } catch (Exception | LinkageError | StackOverflowError e) {
            problems.add(new PluginProblem(name, "does not describe itself: " + words(e)));
        }
    }

    private void admit(P plugin, String name, boolean declared) {
        Descriptor descriptor = Objects.requireNonNull(plugin.descriptor(), "descriptor() answers null");
        if (!descriptor.equals(plugin.descriptor())) {
            problems.add(new PluginProblem(name, "its description changes from call to call"));
        } else if (descriptor.role() != role) {
            problems.add(new PluginProblem(name, "describes a " + descriptor.role() + " but plugs in as a " + role));
        } else if (descriptor.id().isReserved()) {
            problems.add(new PluginProblem(
                    name, "claims the id " + descriptor.id() + ", but the vendor 'fertivision' is reserved"));
        } else {
            List<Present<P>> rivals = byId.computeIfAbsent(descriptor.id().toString(), id -> new ArrayList<>());
            boolean known = rivals.stream().anyMatch(r -> r.plugin().getClass() == plugin.getClass());
            if (!(declared && known)) { // several loaders may see one jar
                rivals.add(new Present<>(plugin, descriptor, origin(plugin)));
            }
        }
    }

    private static String missingOrBroken(LinkageError failure) {
        return failure instanceof NoClassDefFoundError
                ? "needs a class that is not there: " + words(failure)
                : "its class is broken: " + words(failure);
    }

    private static String className(Plugin plugin) {
        return plugin.getClass().getName();
    }

    private static String origin(Plugin plugin) {
        Module module = plugin.getClass().getModule();
        if (module.isNamed()) {
            return module.getName();
        }
        CodeSource source = plugin.getClass().getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "class path";
        }
        String path = source.getLocation().getPath();
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    private static String words(Throwable failure) {
        Throwable root = failure instanceof ExceptionInInitializerError && failure.getCause() != null
                ? failure.getCause()
                : failure;
        String message = root.getMessage();
        return root.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
    }
}
