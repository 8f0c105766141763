package org.fertivision.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.measures.SpermMeasures;
import org.fertivision.image.Frames;
import org.fertivision.spi.Analyzer;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/** Plug-ins that a process does not survive. */
public abstract class Hostile implements Analyzer {
    private final String name;

    Hostile(String name) {
        this.name = name;
    }

    /** Writes a jar that brings them all. */
    static void writeTo(Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/services/" + Analyzer.class.getName()));
            for (Class<?> type : List.of(Exhausting.class, Hungry.class, Hanging.class, Ending.class)) {
                out.write((type.getName() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    abstract void harm();

    @Override
    public Descriptor descriptor() {
        return Descriptor.analyzer("acme." + name, "1.0.0")
                .title(name)
                .measures(SpermMeasures.CELLS)
                .build();
    }

    @Override
    public FieldOfView look(Frames frames, Settings settings, Work work) {
        System.out.println("what a plug-in prints is no answer");
        harm();
        throw new IllegalStateException("nothing was looked at");
    }

    @Override
    public Findings summarize(List<FieldOfView> fields, Settings settings) {
        throw new IllegalStateException("nothing was looked at");
    }

    /** Takes all memory. */
    public static final class Exhausting extends Hostile {
        /** As the service loader makes it. */
        public Exhausting() {
            super("exhausting");
        }

        @Override
        void harm() {
            List<byte[]> all = new ArrayList<>();
            while (true) {
                all.add(new byte[1 << 20]);
            }
        }
    }

    /** Takes much memory, and fails with it. */
    public static final class Hungry extends Hostile {
        /** As the service loader makes it. */
        public Hungry() {
            super("hungry");
        }

        @Override
        void harm() {
            List<byte[]> all = new ArrayList<>();
            for (int mib = 0; mib < 200; mib++) {
                all.add(new byte[1 << 20]);
            }
            System.out.println("took " + all.size() + " MiB");
        }
    }

    /** Never ends, and never looks at its deadline. */
    public static final class Hanging extends Hostile {
        /** As the service loader makes it. */
        public Hanging() {
            super("hanging");
        }

        @Override
        void harm() {
            while (true) {
                Thread.onSpinWait();
            }
        }
    }

    /** Ends its process. */
    public static final class Ending extends Hostile {
        /** As the service loader makes it. */
        public Ending() {
            super("ending");
        }

        @Override
        void harm() {
            Runtime.getRuntime().halt(0);
        }
    }
}
