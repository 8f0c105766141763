package org.fertivision.report;

import java.util.List;
import org.fertivision.finding.Annotation;
import org.fertivision.finding.Measure;

/**
 * What persons say of a specimen, as JSON: a list of objects in the form in which a result document holds its
 * {@code annotations}. Every object tells {@code by} and {@code type}; the rest depends on the type:
 *
 * <pre>{@code
 * {"type":"value","by":"Dr. A","code":"concentration","unit":"10*6/mL","value":42}
 * {"type":"relabel","by":"Dr. A","field":0,"item":3,"label":{"system":"vitality","term":"dead"}}
 * {"type":"exclude","by":"Dr. A","field":0,"item":3,"excluded":"debris"}
 * {"type":"include","by":"Dr. A","field":0,"item":4}
 * {"type":"draw","by":"Dr. A","field":0,"item":5,"corners":[[1,1],[9,1],[9,9]]}
 * {"type":"place","by":"Dr. A","field":0,"setting":"calipers","places":[[40,12],[41,88]]}
 * {"type":"remark","by":"Dr. A","text":"sample was warm"}
 * }</pre>
 *
 * <p>Fields and items count as in the result document; a drawing without an item is of an object that was not seen. Where places of a setting
 * are placed anew, the field is looked at again with them.
 */
public final class AnnotationJson {
    /** The words for the types of annotations. */
    public static final List<String> TYPES =
            List.of("value", "relabel", "exclude", "include", "draw", "place", "remark");

    private static final int MAX_BYTES = 64 << 20;

    private AnnotationJson() {}

    /**
     * The annotations of a list, whose values are of the given measures or else of FertiVision's own.
     *
     * @throws org.fertivision.spi.RejectedException if the bytes are not such a list; it says where
     */
    public static List<Annotation> read(byte[] list, List<Measure> measures) {
        FindingReader reader = new FindingReader(measures);
        return new JsonPart("annotations", JsonReader.read(list, MAX_BYTES)).each(reader::annotation);
    }
}
