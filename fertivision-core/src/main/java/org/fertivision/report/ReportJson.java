package org.fertivision.report;

import java.util.List;
import org.fertivision.finding.Measure;

/**
 * A report as the result document: canonical JSON (RFC 8785) in one line. The same inputs, algorithm version and
 * settings give the same bytes on every Java, system, locale and number of threads, {@code software} apart, which stands
 * outside the hash.
 */
public final class ReportJson {
    /** The longest document that is read, bytes. */
    public static final int MAX_BYTES = 256 << 20;

    static final String HASH = "resultSha256";
    static final String SOFTWARE = "software";

    private ReportJson() {}

    /** The document, without a line end behind it. */
    public static byte[] write(Report report) {
        Json.Members document = Document.of(report).written();
        document.put(HASH, hash(document));
        return CanonicalJson.bytes(document.put(SOFTWARE, report.software()));
    }

    /** The SHA-256 of what was found and how, in lower case hexadecimal: the document's own {@code resultSha256}. */
    public static String resultSha256(Report report) {
        return hash(Document.of(report));
    }

    /**
     * Reads a document back. Measures that FertiVision does not know are told by their code and unit alone.
     *
     * @throws org.fertivision.spi.RejectedException if the bytes are not such a document; it says where
     */
    public static ParsedReport parse(byte[] document) {
        return parse(document, List.of());
    }

    /**
     * Reads a document back whose measures are those of the given list, or else FertiVision's own.
     *
     * @throws org.fertivision.spi.RejectedException if the bytes are not such a document; it says where
     */
    public static ParsedReport parse(byte[] document, List<Measure> measures) {
        return new DocumentReader(measures).read(JsonReader.read(document, MAX_BYTES));
    }

    static String hash(Json.Members document) {
        return Sha256.of(CanonicalJson.bytes(document.without(HASH, SOFTWARE)));
    }
}
