/** The engine: from the bytes of fertility images to findings, scores and reports. */
module org.fertivision.core {
    requires static org.jspecify;
    requires transitive org.fertivision.spi;
    requires java.desktop;
    requires com.fasterxml.jackson.core;
    requires com.github.benmanes.caffeine;

    exports org.fertivision;
    exports org.fertivision.agreement;
    exports org.fertivision.request;
    exports org.fertivision.report;
    exports org.fertivision.scale;
    exports org.fertivision.tracking;

    uses org.fertivision.spi.Analyzer;
    uses org.fertivision.spi.Scorer;
    uses org.fertivision.spi.FrameReader;
}
