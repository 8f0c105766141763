package org.fertivision.server.analysis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Rejection;
import org.fertivision.finding.RejectionCode;
import org.fertivision.pdf.ReportPdf;
import org.fertivision.report.Language;
import org.fertivision.report.Letterhead;
import org.fertivision.report.Overlay;
import org.fertivision.report.Report;
import org.fertivision.report.ReportCsv;
import org.fertivision.report.ReportHtml;
import org.fertivision.report.ReportJson;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.letterhead.Letterheads;

/**
 * Shows a finished analysis in other forms than its document. Its images are looked at again, and the form is made only
 * where the same result comes out; a form is given only while the images are as they were taken. Thread-safe.
 */
final class Rendering {
    private final Measuring measuring;
    private final Analyses analyses;
    private final Semaphore permits;
    private final HeldForms held;
    private final Letterheads letterheads;
    private final String software;

    /**
     * Shows analyses.
     *
     * @param software the version of what writes
     */
    Rendering(
            Measuring measuring,
            Analyses analyses,
            Semaphore permits,
            HeldForms held,
            Letterheads letterheads,
            String software) {
        this.measuring = measuring;
        this.analyses = analyses;
        this.permits = permits;
        this.held = held;
        this.letterheads = letterheads;
        this.software = software;
    }

    /** What tells forms that are written anew from those that another version of the software wrote, in other words perhaps. */
    String tag() {
        return "-" + software;
    }

    /** The measures of a kind, as far as it is present. */
    List<Measure> measures(String kind) {
        return measuring.measures(kind);
    }

    /** The naming systems in which a kind calls its objects, as far as it is present. */
    List<String> labelSystems(String kind) {
        return measuring.labelSystems(kind);
    }

    /** The summary as a table. */
    byte[] csv(UUID tenant, Version version) {
        return of(tenant, version, "csv", report -> ReportCsv.summary(report, version.standing()));
    }

    /** A row for every object. */
    byte[] items(UUID tenant, Version version) {
        return of(
                tenant,
                version,
                "items",
                report -> version.row().demo() ? ReportCsv.items(report, version.standing()) : ReportCsv.items(report));
    }

    /** A row for every place of every object that moves. */
    byte[] tracks(UUID tenant, Version version) {
        return of(
                tenant,
                version,
                "tracks",
                report ->
                        version.row().demo() ? ReportCsv.tracks(report, version.standing()) : ReportCsv.tracks(report));
    }

    /** What stands at the head of a tenant's reports now. */
    Letterhead letterhead(UUID tenant) {
        return letterheads.of(tenant);
    }

    /** What tells pages and sheets under a letterhead from those under another one. */
    static String tag(Letterhead letterhead) {
        return letterhead.lines().isEmpty() ? "" : "-" + Letterheads.tag(letterhead);
    }

    /** What tells what is written in a language from what is written in English. */
    static String tag(Language language) {
        return language == Language.ENGLISH ? "" : "-" + language.tag();
    }

    /** The page. */
    byte[] html(UUID tenant, Version version, Letterhead letterhead, Language language) {
        return of(
                tenant,
                version,
                "html" + tag(letterhead) + tag(language),
                report -> ReportHtml.write(report, version.standing(language), letterhead, language));
    }

    /** The sheets. */
    byte[] pdf(UUID tenant, Version version, Letterhead letterhead, Language language) {
        return of(tenant, version, "pdf" + tag(letterhead) + tag(language), report -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                ReportPdf.write(report, version.standing(language), letterhead, language, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        });
    }

    /** A field with what was found drawn upon it. */
    byte[] overlay(UUID tenant, Version version, int field, Language language) {
        return of(tenant, version, "overlay " + field + tag(language), report -> {
            if (field >= report.inputs().size()) {
                throw new ProblemException(ProblemCode.NOT_FOUND, "The analysis has no such field.");
            }
            return Overlay.png(report, field, language.told(Demo.onPictures(version.row())), language);
        });
    }

    private byte[] of(UUID tenant, Version version, String name, Function<Report, byte[]> form) {
        UUID id = version.row().id();
        Content content = analyses.content(tenant, id).saying(version.corrections());
        if (!measuring.areWhole(content)) {
            throw new ProblemException(ProblemCode.STORAGE_INTEGRITY, "An image is not on the disk as it was taken.");
        }
        return held.of(id, name + " " + version.tag(), () -> made(tenant, content, version, form));
    }

    private byte[] made(UUID tenant, Content content, Version version, Function<Report, byte[]> form) {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemCode.DRAINING, "The server is about to end.");
        }
        try {
            Report report = measuring.outcome(tenant, content).fold(again -> again, rejection -> {
                throw refusedAgain(rejection);
            });
            if (!ReportJson.resultSha256(report).equals(version.resultSha256())) {
                throw changed();
            }
            return form.apply(report);
        } finally {
            permits.release();
        }
    }

    /** Images that were measured once are refused by now, which is another result unless it only took too long. */
    static ProblemException refusedAgain(Rejection rejection) {
        return rejection.code().group() == RejectionCode.Group.STOPPED ? RejectionProblem.of(rejection) : changed();
    }

    /** The images give another result by now. */
    static ProblemException changed() {
        return new ProblemException(
                ProblemCode.CONFLICT,
                "Measured again, the images give another result than the one that is kept: the software or an image has"
                        + " changed. report.json is the result as it was.");
    }
}
