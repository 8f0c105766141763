package org.fertivision.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.fertivision.image.Frames;
import org.jspecify.annotations.Nullable;

/**
 * Where the pixels of one field come from. It can be read again and again: a picture of the report decodes it anew.
 * Thread-safe.
 */
public sealed interface Source {
    /** The name to show, only where the caller gave one. */
    Optional<String> name();

    /** A file. Its name is not part of any report unless {@link #named} gives one. */
    static Source of(Path file) {
        return new File(file, null);
    }

    /** The bytes of a file. The array is copied. */
    static Source of(byte[] bytes) {
        return new Bytes(bytes, null);
    }

    /** Something that opens a new stream of the same bytes at every call. */
    static Source of(StreamSupplier streams) {
        return new Streams(streams, null);
    }

    /** Frames that the caller decoded; the supplier gives the same frames anew at every call. */
    static Source frames(Supplier<Frames> frames) {
        return new Decoded(frames, null);
    }

    /**
     * A folder whose numbered pictures are the frames of one video, in the order of their numbers. Its name is not part of
     * any report unless {@link #named} gives one.
     */
    static Source frames(Path folder) {
        return new Folder(folder, null);
    }

    /** This source under the given name. */
    Source named(String name);

    /** Opens a new stream at every call. */
    @FunctionalInterface
    interface StreamSupplier {
        /**
         * A new stream at the first byte.
         *
         * @throws IOException if it cannot be opened
         */
        InputStream open() throws IOException;
    }

    /** A source of bytes. */
    sealed interface OfBytes extends Source {
        /**
         * A new stream at the first byte.
         *
         * @throws IOException if it cannot be opened
         */
        InputStream open() throws IOException;

        /**
         * How many bytes there are, or nothing where only reading tells.
         *
         * @throws IOException if it cannot be asked
         */
        Optional<Long> size() throws IOException;
    }

    /** A file. */
    final class File implements OfBytes {
        private final Path path;
        private final @Nullable String name;

        private File(Path path, @Nullable String name) {
            this.path = path;
            this.name = name;
        }

        @Override
        public Optional<String> name() {
            return Optional.ofNullable(name);
        }

        @Override
        public Source named(String given) {
            return new File(path, given);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public Optional<Long> size() throws IOException {
            return Optional.of(Files.size(path));
        }
    }

    /** Bytes in memory. */
    final class Bytes implements OfBytes {
        private final byte[] bytes;
        private final @Nullable String name;

        private Bytes(byte[] bytes, @Nullable String name) {
            this.bytes = bytes.clone();
            this.name = name;
        }

        @Override
        public Optional<String> name() {
            return Optional.ofNullable(name);
        }

        @Override
        public Source named(String given) {
            return new Bytes(bytes, given);
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Optional<Long> size() {
            return Optional.of((long) bytes.length);
        }
    }

    /** Streams that the caller opens. */
    final class Streams implements OfBytes {
        private final StreamSupplier streams;
        private final @Nullable String name;

        private Streams(StreamSupplier streams, @Nullable String name) {
            this.streams = streams;
            this.name = name;
        }

        @Override
        public Optional<String> name() {
            return Optional.ofNullable(name);
        }

        @Override
        public Source named(String given) {
            return new Streams(streams, given);
        }

        @Override
        public InputStream open() throws IOException {
            return streams.open();
        }

        @Override
        public Optional<Long> size() {
            return Optional.empty();
        }
    }

    /** Frames that the caller decoded. */
    final class Decoded implements Source {
        private final Supplier<Frames> frames;
        private final @Nullable String name;

        private Decoded(Supplier<Frames> frames, @Nullable String name) {
            this.frames = frames;
            this.name = name;
        }

        @Override
        public Optional<String> name() {
            return Optional.ofNullable(name);
        }

        @Override
        public Source named(String given) {
            return new Decoded(frames, given);
        }

        /** The frames from the first one on. */
        public Frames open() {
            return frames.get();
        }
    }

    /** A folder of numbered frames. */
    final class Folder implements Source {
        private final Path path;
        private final @Nullable String name;

        private Folder(Path path, @Nullable String name) {
            this.path = path;
            this.name = name;
        }

        @Override
        public Optional<String> name() {
            return Optional.ofNullable(name);
        }

        @Override
        public Source named(String given) {
            return new Folder(path, given);
        }

        /** Where it is. */
        public Path path() {
            return path;
        }
    }
}
