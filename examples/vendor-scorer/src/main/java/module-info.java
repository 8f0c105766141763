/** A plug-in of the vendor Acme. */
module com.acme.score {
    requires org.fertivision.spi;

    provides org.fertivision.spi.Scorer with
            com.acme.score.DemoCountScorer;
}
