package org.fertivision.beam;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.fertivision.cli.BatchProblem;
import org.fertivision.cli.SpecimenEnd;

/** How it ended with a specimen, on its way to the tables: two words where it was measured, five where it was not. */
final class EndCoder extends CustomCoder<SpecimenEnd> {
    private static final long serialVersionUID = 1;
    private static final ListCoder<String> WORDS = ListCoder.of(StringUtf8Coder.of());
    private static final int MEASURED = 2;

    @Override
    public void encode(SpecimenEnd end, OutputStream out) throws IOException {
        WORDS.encode(words(end), out);
    }

    @Override
    public SpecimenEnd decode(InputStream in) throws IOException {
        List<String> words = WORDS.decode(in);
        return words.size() == MEASURED
                ? new SpecimenEnd.Measured(words.get(0), Boolean.parseBoolean(words.get(1)))
                : new BatchProblem(
                        words.get(0), words.get(1), words.get(2), Integer.parseInt(words.get(3)), words.get(4));
    }

    @Override
    public void verifyDeterministic() {}

    private static List<String> words(SpecimenEnd end) {
        if (end instanceof BatchProblem problem) {
            return List.of(
                    problem.specimen(),
                    problem.file(),
                    problem.reason(),
                    Integer.toString(problem.exit()),
                    problem.detail());
        }
        SpecimenEnd.Measured measured = (SpecimenEnd.Measured) end;
        return List.of(measured.specimen(), Boolean.toString(measured.before()));
    }
}
