package org.fertivision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.fertivision.request.Limits;
import org.fertivision.spi.Plugin;
import org.jspecify.annotations.Nullable;

/**
 * How one engine works, for all its analyses. Immutable.
 *
 * <p>Nothing is read from the environment, from system properties or from the thread: what is not said here has the
 * documented default.
 */
public final class EngineConfig {
    private static final long STANDARD_CACHE_BYTES = 64L << 20;

    private final Limits limits;
    private final long cacheBytes;
    private final Duration cacheUnusedFor;
    private final List<ClassLoader> pluginLoaders;
    private final List<Plugin> plugins;
    private final List<String> preferredClasses;
    private final boolean strictPlugins;
    private final @Nullable Executor executor;

    private EngineConfig(Builder builder) {
        this.limits = builder.limits;
        this.cacheBytes = builder.cacheBytes;
        this.cacheUnusedFor = builder.cacheUnusedFor;
        this.pluginLoaders = List.copyOf(builder.pluginLoaders);
        this.plugins = List.copyOf(builder.plugins);
        this.preferredClasses = List.copyOf(builder.preferredClasses);
        this.strictPlugins = builder.strictPlugins;
        this.executor = builder.executor;
    }

    /** Standard limits, 64 MiB of cache for an hour of disuse, plug-ins beside this library, the caller's thread. */
    public static EngineConfig standard() {
        return builder().build();
    }

    /** Begins with the standard. */
    public static Builder builder() {
        return new Builder();
    }

    /** How large an input may be. */
    public Limits limits() {
        return limits;
    }

    /** How many bytes of findings are remembered; 0 remembers nothing. */
    public long cacheBytes() {
        return cacheBytes;
    }

    /** How long an unused field is remembered. */
    public Duration cacheUnusedFor() {
        return cacheUnusedFor;
    }

    /** Where strangers' plug-ins are looked for, beside this library's own loader. */
    public List<ClassLoader> pluginLoaders() {
        return pluginLoaders;
    }

    /** Plug-ins that their owner built. */
    public List<Plugin> plugins() {
        return plugins;
    }

    /** The classes to take where two plug-ins claim one id. */
    public List<String> preferredClasses() {
        return preferredClasses;
    }

    /** Whether a plug-in that cannot be taken stops the start. */
    public boolean strictPlugins() {
        return strictPlugins;
    }

    /** Who runs the looks at several fields side by side; the caller's thread looks one by one without it. */
    public Optional<Executor> executor() {
        return Optional.ofNullable(executor);
    }

    /** Collects a configuration; not thread-safe. */
    public static final class Builder {
        private final List<ClassLoader> pluginLoaders = new ArrayList<>();
        private final List<Plugin> plugins = new ArrayList<>();
        private final List<String> preferredClasses = new ArrayList<>();
        private Limits limits = Limits.standard();
        private long cacheBytes = STANDARD_CACHE_BYTES;
        private Duration cacheUnusedFor = Duration.ofHours(1);
        private boolean strictPlugins;
        private @Nullable Executor executor;

        private Builder() {}

        /** Sets how large an input may be. */
        public Builder limits(Limits allowed) {
            limits = allowed;
            return this;
        }

        /** Sets how many bytes of findings are remembered; 0 remembers nothing. */
        public Builder cacheBytes(long bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException("a cache has 0 bytes or more, not " + bytes);
            }
            cacheBytes = bytes;
            return this;
        }

        /** Sets how long an unused field is remembered. */
        public Builder cacheUnusedFor(Duration unused) {
            cacheUnusedFor = unused;
            return this;
        }

        /** Looks for strangers' plug-ins in this loader, too. */
        public Builder pluginLoader(ClassLoader loader) {
            pluginLoaders.add(loader);
            return this;
        }

        /** Adds a plug-in that its owner built; one that is {@link AutoCloseable} is closed with the engine. */
        public Builder plugin(Plugin plugin) {
            plugins.add(plugin);
            return this;
        }

        /** Prefers this class where two plug-ins claim one id. */
        public Builder prefer(String className) {
            preferredClasses.add(className);
            return this;
        }

        /** Makes a plug-in that cannot be taken stop the start. */
        public Builder strictPlugins() {
            strictPlugins = true;
            return this;
        }

        /** Lets fields be looked at side by side by this executor, which the caller owns. */
        public Builder executor(Executor runner) {
            executor = runner;
            return this;
        }

        /** The finished configuration. */
        public EngineConfig build() {
            return new EngineConfig(this);
        }
    }
}
