package org.fertivision.request;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.fertivision.finding.Annotation;
import org.fertivision.image.Calibration;
import org.fertivision.image.Timing;
import org.fertivision.spi.Work;
import org.jspecify.annotations.Nullable;

/** What is asked: 1 to n fields of one specimen, which analyzer looks, with which settings, and who scores. Immutable. */
public final class Request {
    private final String kind;
    private final @Nullable List<String> scorers;
    private final List<Source> fields;
    private final SortedMap<String, String> settings;
    private final SortedMap<Integer, SortedMap<String, String>> fieldSettings;
    private final @Nullable Calibration calibration;
    private final @Nullable Timing timing;
    private final @Nullable PageMeaning pages;
    private final List<Integer> chosenPages;
    private final @Nullable String specimen;
    private final @Nullable String reader;
    private final List<Annotation> annotations;
    private final List<String> leftOut;
    private final String scope;
    private final @Nullable Duration deadline;
    private final @Nullable Work work;
    private final DoubleConsumer progress;

    private Request(Builder builder) {
        this.kind = builder.kind;
        this.scorers = builder.scorers == null ? null : List.copyOf(builder.scorers);
        this.fields = List.copyOf(builder.fields);
        this.settings = Collections.unmodifiableSortedMap(new TreeMap<>(builder.settings));
        SortedMap<Integer, SortedMap<String, String>> own = new TreeMap<>();
        builder.fieldSettings.forEach(
                (field, values) -> own.put(field, Collections.unmodifiableSortedMap(new TreeMap<>(values))));
        this.fieldSettings = Collections.unmodifiableSortedMap(own);
        this.calibration = builder.calibration;
        this.timing = builder.timing;
        this.pages = builder.pages;
        this.chosenPages = List.copyOf(builder.chosenPages);
        this.specimen = builder.specimen;
        this.reader = builder.reader;
        this.annotations = List.copyOf(builder.annotations);
        this.leftOut = List.copyOf(builder.leftOut);
        this.scope = builder.scope;
        this.deadline = builder.deadline;
        this.work = builder.work;
        this.progress = builder.progress;
    }

    /** Begins a request for a kind: {@code sperm-vitality}, or the whole id of a stranger's analyzer. */
    public static Builder of(String kind) {
        return new Builder(kind);
    }

    /** The analyzer asked for, as the caller spelled it. */
    public String kind() {
        return kind;
    }

    /** The scorers asked for, as the caller spelled them, or nothing where the caller left the choice. */
    public Optional<List<String>> scorers() {
        return Optional.ofNullable(scorers);
    }

    /** Where the pixels come from, in order: each source is one field, or several where its pages are fields. */
    public List<Source> fields() {
        return fields;
    }

    /** Settings for all fields and scorers, name to text. */
    public SortedMap<String, String> settings() {
        return settings;
    }

    /** Settings of single fields: field number to name to text. */
    public SortedMap<Integer, SortedMap<String, String>> fieldSettings() {
        return fieldSettings;
    }

    /** How large a pixel is, if the caller said. */
    public Optional<Calibration> calibration() {
        return Optional.ofNullable(calibration);
    }

    /** How fast the frames follow, if the caller said. */
    public Optional<Timing> timing() {
        return Optional.ofNullable(timing);
    }

    /** What the pages of a file are, if the caller said. */
    public Optional<PageMeaning> pages() {
        return Optional.ofNullable(pages);
    }

    /** The pages that are looked at, from 0 and in the order of the file; empty unless some were {@link PageMeaning#CHOSEN}. */
    public List<Integer> chosenPages() {
        return chosenPages;
    }

    /** The specimen's name for the report, if the caller gave one. */
    public Optional<String> specimen() {
        return Optional.ofNullable(specimen);
    }

    /** A stranger's frame reader to be used, if the caller named one. */
    public Optional<String> reader() {
        return Optional.ofNullable(reader);
    }

    /** What persons said. */
    public List<Annotation> annotations() {
        return annotations;
    }

    /** One sentence for each file that was to be a field and is none, with the reason. */
    public List<String> leftOut() {
        return leftOut;
    }

    /** The last field that a setting or an annotation names, if any does. */
    public OptionalInt lastFieldNamed() {
        return IntStream.concat(fieldSettings.keySet().stream().mapToInt(Integer::intValue), fieldsOf(annotations))
                .max();
    }

    /** Whose request it is, as far as the cache must keep tenants apart; empty for one owner. */
    public String scope() {
        return scope;
    }

    /** How long the analysis may take, if limited. */
    public Optional<Duration> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** The work that the analysis is part of, if its caller keeps a hold on it. */
    public Optional<Work> work() {
        return Optional.ofNullable(work);
    }

    /** Listens to the share that was looked at, 0 to 1. */
    public DoubleConsumer progress() {
        return progress;
    }

    /** Collects a request; not thread-safe. */
    public static final class Builder {
        private final String kind;
        private final List<Source> fields = new ArrayList<>();
        private final Map<String, String> settings = new TreeMap<>();
        private final Map<Integer, Map<String, String>> fieldSettings = new TreeMap<>();
        private final List<Annotation> annotations = new ArrayList<>();
        private final List<String> leftOut = new ArrayList<>();
        private @Nullable List<String> scorers;
        private @Nullable Calibration calibration;
        private @Nullable Timing timing;
        private @Nullable PageMeaning pages;
        private final SortedSet<Integer> chosenPages = new TreeSet<>();
        private @Nullable String specimen;
        private @Nullable String reader;
        private String scope = "";
        private @Nullable Duration deadline;
        private @Nullable Work work;
        private DoubleConsumer progress = fraction -> {};

        private Builder(String kind) {
            this.kind = kind;
        }

        /** Adds a field read from a file. */
        public Builder field(Path file) {
            return field(Source.of(file));
        }

        /** Adds a field from the bytes of a file. */
        public Builder field(byte[] bytes) {
            return field(Source.of(bytes));
        }

        /** Adds a field. */
        public Builder field(Source source) {
            fields.add(source);
            return this;
        }

        /** Says how large a pixel is; a file's own word does not count then. */
        public Builder calibration(Calibration known) {
            calibration = known;
            return this;
        }

        /** Says how fast the frames follow; a file's own word does not count then. */
        public Builder timing(Timing known) {
            timing = known;
            return this;
        }

        /** Sets a parameter for all fields. */
        public Builder set(String name, String value) {
            settings.put(name, value);
            return this;
        }

        /** Sets a parameter for one field, counted from 0. */
        public Builder set(int field, String name, String value) {
            fieldSettings.computeIfAbsent(field, f -> new TreeMap<>()).put(name, value);
            return this;
        }

        /** Names a scorer; the first call replaces the built-in choice. */
        public Builder score(String scorer) {
            if (scorers == null) {
                scorers = new ArrayList<>();
            }
            scorers.add(scorer);
            return this;
        }

        /** Asks for no score at all. */
        public Builder noScore() {
            scorers = new ArrayList<>();
            return this;
        }

        /** Says what the pages of every file with several are; what a file says of itself does not count then. */
        public Builder pages(PageMeaning meaning) {
            pages = meaning;
            return this;
        }

        /**
         * Looks at this page of every file, and at those named so before, as fields of their own and at no other: for clips
         * of more frames than are looked at. It takes the place of what was said of all pages.
         *
         * @param page its place in the file, from 0
         */
        public Builder page(int page) {
            chosenPages.add(page);
            pages = PageMeaning.CHOSEN;
            return this;
        }

        /** Names the specimen in the report. */
        public Builder specimen(String name) {
            specimen = name;
            return this;
        }

        /** Names a stranger's frame reader for all fields. */
        public Builder reader(String id) {
            reader = id;
            return this;
        }

        /** Adds what a person said. */
        public Builder annotation(Annotation word) {
            annotations.add(word);
            return this;
        }

        /**
         * Says that a file was to be a field and is none, in one sentence with the reason; the report passes it on as a
         * notice.
         */
        public Builder leftOut(String why) {
            leftOut.add(why);
            return this;
        }

        /** Says whose request it is, so that caches keep owners apart. */
        public Builder scope(String owner) {
            scope = owner;
            return this;
        }

        /** Limits the time that the analysis may take. */
        public Builder deadline(Duration allowed) {
            deadline = allowed;
            return this;
        }

        /**
         * Makes the analysis part of work of the caller's, who can then call it off; that work's deadline holds in place
         * of {@link #deadline}.
         */
        public Builder work(Work whole) {
            work = whole;
            return this;
        }

        /** Listens to progress, 0 to 1. */
        public Builder progress(DoubleConsumer listener) {
            progress = listener;
            return this;
        }

        /**
         * The finished request. Whether every field that a setting or an annotation names exists is seen when it runs:
         * the pages of a file may be fields.
         *
         * @throws IllegalArgumentException without a source, where a setting or an annotation names a field before the
         *     first, or where pages were chosen and another meaning was given after them
         */
        public Request build() {
            if (fields.isEmpty()) {
                throw new IllegalArgumentException("a request has one field or more");
            }
            if (chosenPages.isEmpty() == (pages == PageMeaning.CHOSEN)) {
                throw new IllegalArgumentException("pages are either chosen one by one or all of one meaning");
            }
            if (!chosenPages.isEmpty() && chosenPages.first() < 0) {
                throw new IllegalArgumentException("no page " + chosenPages.first() + ": pages count from 0");
            }
            fieldSettings.keySet().forEach(Builder::refuseNegative);
            fieldsOf(annotations).forEach(Builder::refuseNegative);
            return new Request(this);
        }

        private static void refuseNegative(int field) {
            if (field < 0) {
                throw new IllegalArgumentException("no field " + field + ": fields count from 0");
            }
        }
    }

    private static IntStream fieldsOf(List<Annotation> words) {
        return words.stream()
                .filter(Annotation.InField.class::isInstance)
                .mapToInt(word -> ((Annotation.InField) word).field());
    }
}
