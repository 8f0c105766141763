/** The sockets where others plug in, and the vocabulary: what is looked at and what may be said of it. */
module org.fertivision.spi {
    requires static org.jspecify;

    exports org.fertivision.spi;
    exports org.fertivision.image;
    exports org.fertivision.finding;
    exports org.fertivision.finding.measures;
}
