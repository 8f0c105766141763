package org.fertivision.spi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.fertivision.finding.Measure;

/**
 * What a plug-in is, as pure data.
 *
 * @param id its name
 * @param version its own version, {@code major.minor.patch}; a change of any number it returns changes it
 * @param role which socket it fits
 * @param kinds for a scorer, the analyzers whose findings it can score; empty otherwise
 * @param title a few words for people
 * @param intendedUse what it is for, and what it is not for
 * @param sources guidelines and papers, with DOI
 * @param parameters what can be set
 * @param measures for an analyzer, the summary measures it answers for, measured or not
 * @param itemMeasures for an analyzer, the measures of each item
 * @param labelSystems for an analyzer, the naming systems of its labels
 * @param calibration whether it can work without knowing the size of a pixel
 * @param channels which channels it looks at
 * @param video whether it needs frames in time
 * @param patches whether it wants pictures of items kept (scorers)
 */
public record Descriptor(
        Id id,
        String version,
        Role role,
        List<String> kinds,
        String title,
        String intendedUse,
        List<String> sources,
        List<Parameter<?>> parameters,
        List<Measure> measures,
        List<Measure> itemMeasures,
        List<String> labelSystems,
        CalibrationNeed calibration,
        Channels channels,
        Video video,
        Patches patches) {

    private static final Pattern VERSION = Pattern.compile("\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}");

    /** The sockets. */
    public enum Role {
        /** Pixels to findings. */
        ANALYZER,
        /** Findings to a score. */
        SCORER,
        /** Bytes to frames. */
        READER
    }

    /** Whether the size of a pixel must be known. */
    public enum CalibrationNeed {
        /** Without it the request is rejected. */
        REQUIRED,
        /** Without it, values in micrometers are not measured and the rest is. */
        OPTIONAL
    }

    /** Which channels an analyzer looks at. */
    public enum Channels {
        /** Brightness only; a color picture is turned into its luma. */
        GRAY,
        /** Red, green and blue apart. */
        COLOR
    }

    /** Whether frames in time are needed. */
    public enum Video {
        /** A still is looked at. */
        STILL,
        /** A video is looked at. */
        FRAMES
    }

    /** Whether pictures of the items are wanted. */
    public enum Patches {
        /** None. */
        NO,
        /** One picture of each item. */
        YES
    }

    /** Copies lists; refuses a version of another form, two parameters of one name and two measures of one code. */
    public Descriptor {
        kinds = List.copyOf(kinds);
        sources = List.copyOf(sources);
        parameters = List.copyOf(parameters);
        measures = List.copyOf(measures);
        itemMeasures = List.copyOf(itemMeasures);
        labelSystems = List.copyOf(labelSystems);
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(id + ": a version is major.minor.patch, not '" + version + "'");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException(id + " needs a title");
        }
        Set<String> names = new HashSet<>();
        for (Parameter<?> parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException(id + " declares two parameters named " + parameter.name());
            }
        }
        refuseDoubles(id, measures);
        refuseDoubles(id, itemMeasures);
        kinds.forEach(Id::of);
        if (role == Role.SCORER && kinds.isEmpty()) {
            throw new IllegalArgumentException(id + ": a scorer names the kinds it scores");
        }
    }

    private static void refuseDoubles(Id id, List<Measure> measures) {
        Set<String> codes = new HashSet<>();
        for (Measure measure : measures) {
            if (!codes.add(measure.code())) {
                throw new IllegalArgumentException(id + " declares two measures with code " + measure.code());
            }
        }
    }

    /** The id and version as documents spell them: {@code vendor.name@1.2.3}. */
    public String signature() {
        return id + "@" + version;
    }

    /** Begins the description of an analyzer. */
    public static Builder analyzer(String id, String version) {
        return new Builder(Id.of(id), version, Role.ANALYZER);
    }

    /** Begins the description of a scorer. */
    public static Builder scorer(String id, String version) {
        return new Builder(Id.of(id), version, Role.SCORER);
    }

    /** Begins the description of a frame reader. */
    public static Builder reader(String id, String version) {
        return new Builder(Id.of(id), version, Role.READER);
    }

    /** Collects a description; not thread-safe. */
    public static final class Builder {
        private final Id id;
        private final String version;
        private final Role role;
        private final List<String> kinds = new ArrayList<>();
        private final List<String> sources = new ArrayList<>();
        private final List<Parameter<?>> parameters = new ArrayList<>();
        private final List<Measure> measures = new ArrayList<>();
        private final List<Measure> itemMeasures = new ArrayList<>();
        private final List<String> labelSystems = new ArrayList<>();
        private String title = "";
        private String intendedUse = "Research and decision support; not a diagnosis.";
        private CalibrationNeed calibration = CalibrationNeed.OPTIONAL;
        private Channels channels = Channels.GRAY;
        private Video video = Video.STILL;
        private Patches patches = Patches.NO;

        private Builder(Id id, String version, Role role) {
            this.id = id;
            this.version = version;
            this.role = role;
        }

        /** The kinds whose findings it scores: whole analyzer ids, or names without the {@code fertivision.} prefix. */
        public Builder scores(String... names) {
            for (String name : names) {
                kinds.add(name.indexOf('.') < 0 ? Id.RESERVED_VENDOR + "." + name : name);
            }
            return this;
        }

        /** A few words for people. */
        public Builder title(String words) {
            title = words;
            return this;
        }

        /** What it is for, and what not. */
        public Builder intendedUse(String words) {
            intendedUse = words;
            return this;
        }

        /** A guideline or paper it rests on. */
        public Builder source(String citation) {
            sources.add(citation);
            return this;
        }

        /** What can be set. */
        public Builder parameters(Parameter<?>... declared) {
            parameters.addAll(List.of(declared));
            return this;
        }

        /** The summary measures an analyzer answers for. */
        public Builder measures(Measure... answered) {
            measures.addAll(List.of(answered));
            return this;
        }

        /** Summary measures that are means over items: each with its standard deviation and median. */
        public Builder means(List<Measure> answered) {
            for (Measure measure : answered) {
                measures.add(measure);
                measures.add(measure.deviation());
                measures.add(measure.median());
            }
            return this;
        }

        /** The measures of each item. */
        public Builder itemMeasures(Measure... answered) {
            itemMeasures.addAll(List.of(answered));
            return this;
        }

        /** Summary measures that are means over items: each with its standard deviation and median. */
        public Builder means(Measure... answered) {
            return means(List.of(answered));
        }

        /** The measures of each item. */
        public Builder itemMeasures(List<Measure> answered) {
            itemMeasures.addAll(answered);
            return this;
        }

        /** The naming systems of the labels. */
        public Builder labels(String... systems) {
            labelSystems.addAll(List.of(systems));
            return this;
        }

        /** Makes the size of a pixel a must. */
        public Builder needsCalibration() {
            calibration = CalibrationNeed.REQUIRED;
            return this;
        }

        /** Asks for red, green and blue apart. */
        public Builder inColor() {
            channels = Channels.COLOR;
            return this;
        }

        /** Asks for frames in time. */
        public Builder ofVideo() {
            video = Video.FRAMES;
            return this;
        }

        /** Asks for pictures of the items. */
        public Builder wantsPatches() {
            patches = Patches.YES;
            return this;
        }

        /** The finished description. */
        public Descriptor build() {
            return new Descriptor(
                    id,
                    version,
                    role,
                    kinds,
                    title,
                    intendedUse,
                    sources,
                    parameters,
                    measures,
                    itemMeasures,
                    labelSystems,
                    calibration,
                    channels,
                    video,
                    patches);
        }
    }
}
