/** The fertivision command: words in, tables, documents and files out. */
module org.fertivision.cli {
    requires static org.jspecify;
    requires java.desktop;
    requires com.fasterxml.jackson.core;
    requires transitive info.picocli;
    requires org.fertivision.core;
    requires org.fertivision.pdf;
    requires org.fertivision.phantom;

    exports org.fertivision.cli;

    opens org.fertivision.cli to
            info.picocli;
}
