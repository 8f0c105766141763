package org.fertivision.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.fertivision.FertiVision;
import org.fertivision.finding.Annotation;
import org.fertivision.report.Report;
import org.fertivision.request.Request;
import org.jspecify.annotations.Nullable;

/**
 * How specimens are looked at: the same for each of them.
 *
 * @param kind what is measured
 * @param fields what holds for the files
 * @param settings how it is looked at
 * @param said what persons said
 * @param talk is told what is left out
 */
record SpecimenLook(String kind, SpecimenOptions fields, SettingOptions settings, List<Annotation> said, Talk talk) {
    SpecimenLook {
        said = List.copyOf(said);
    }

    /**
     * The report on one specimen.
     *
     * @param name its name for the report, or null
     * @throws Failure naming the file that stands in the way
     */
    Report at(List<Path> files, @Nullable String name, FertiVision engine, DoubleConsumer progress) {
        boolean counted = settings.countFields() || !said.isEmpty();
        return new FieldsLeft(files, fields.skipsUnreadable(), counted, talk)
                .report(engine, left -> request(left, name, progress));
    }

    private Request request(FieldsLeft left, @Nullable String name, DoubleConsumer progress) {
        Request.Builder request = fields.begin(kind, left).progress(progress);
        if (name != null) {
            request.specimen(name);
        }
        settings.describe(request);
        said.forEach(request::annotation);
        try {
            return request.build();
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.REQUEST, "invalid-request: " + e.getMessage());
        }
    }
}
