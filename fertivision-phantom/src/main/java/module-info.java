/** Images drawn with exactly known truth, for the demo, tests and benchmarks. */
module org.fertivision.phantom {
    requires static org.jspecify;
    requires java.desktop;
    requires transitive org.fertivision.spi;

    exports org.fertivision.phantom;
}
