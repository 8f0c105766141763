package org.fertivision.server.analysis;

import java.util.List;
import java.util.Map;

/** How what is nobody's specimen is marked: in its document, on every page of its reports, and in the names of its files. */
final class Demo {
    /** What every report of one says. */
    static final String WORDS = "DEMO: nobody's specimen, not for diagnosis.";

    private static final String FILES = "DEMO-";

    private Demo() {}

    /** What is said in the document. */
    static List<Object> remarks() {
        return List.of(Map.of("type", "remark", "by", "FertiVision", "text", WORDS));
    }

    /** What a file of one is called. */
    static String disposition(String name) {
        return "inline; filename=\"" + FILES + name + "\"";
    }
}
