package org.fertivision.beam;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.fertivision.cli.Specimen;

/** A specimen on its way to the machine that measures it: its name, its place, its files. */
final class SpecimenCoder extends CustomCoder<Specimen> {
    private static final long serialVersionUID = 1;
    private static final ListCoder<String> WORDS = ListCoder.of(StringUtf8Coder.of());

    @Override
    public void encode(Specimen specimen, OutputStream out) throws IOException {
        Stream<String> ahead = Stream.of(specimen.name(), specimen.place().toString());
        Stream<String> files = specimen.files().stream().map(Path::toString);
        WORDS.encode(Stream.concat(ahead, files).toList(), out);
    }

    @Override
    public Specimen decode(InputStream in) throws IOException {
        List<String> words = WORDS.decode(in);
        List<Path> files = words.subList(2, words.size()).stream().map(Path::of).toList();
        return new Specimen(words.get(0), Path.of(words.get(1)), files);
    }

    @Override
    public void verifyDeterministic() {}
}
