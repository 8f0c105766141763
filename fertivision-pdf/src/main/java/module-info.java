/** A report as PDF. */
module org.fertivision.pdf {
    requires static org.jspecify;
    requires java.desktop;
    requires transitive org.fertivision.core;
    requires org.apache.pdfbox;

    exports org.fertivision.pdf;
}
