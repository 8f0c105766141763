package org.fertivision.server.analysis;

import java.util.List;
import java.util.Map;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.PublicId;

/** How what is nobody's specimen is marked: in its document, on every page of its reports, in every row of
 * its tables of objects and tracks, upon the pixels of previews and tiles, above overlays, and in the names of its files. */
final class Demo {
    /** What every report of one says. */
    static final String WORDS = "DEMO: nobody's specimen, not for diagnosis.";

    private static final String FILES = "DEMO-";

    private Demo() {}

    /** What is said in the document. */
    static List<Object> remarks() {
        return List.of(Map.of("type", "remark", "by", "FertiVision", "text", WORDS));
    }

    /** What tells the files of a demo from those of a specimen with the same pixels, where a client keeps both. */
    static String tag(AnalysisRow row) {
        return row.demo() ? "-demo" : "";
    }

    /** The words that its pictures carry: none where it is somebody's. */
    static String onPictures(AnalysisRow row) {
        return row.demo() ? WORDS : "";
    }

    /**
     * A file of an analysis, which its name tells to be a demo's where it is.
     *
     * @param part what it is called behind the id
     */
    static Answer named(Answer file, AnalysisRow row, String part) {
        if (!row.demo()) {
            return file;
        }
        String name = FILES + PublicId.text(Analyses.PREFIX, row.id()) + part;
        return file.header("Content-Disposition", "inline; filename=\"" + name + "\"");
    }
}
