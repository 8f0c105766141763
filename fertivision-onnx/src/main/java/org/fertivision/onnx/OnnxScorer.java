package org.fertivision.onnx;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.fertivision.finding.FieldOfView;
import org.fertivision.finding.Findings;
import org.fertivision.finding.Item;
import org.fertivision.finding.Patch;
import org.fertivision.finding.Score;
import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Scorer;
import org.fertivision.spi.Settings;
import org.fertivision.spi.Work;

/**
 * Asks a learned model what each counted item is, by its picture, and says how many are which. Its owner builds it from a
 * model in ONNX form and its contract and hands it to {@code EngineConfig.plugin}; no request can name a model. The
 * checksum of the model stands in the descriptor and in every score. Thread-safe; closing it frees the model.
 *
 * <p>A model is code of its maker: load only what you trust, and validate it as any other method.
 */
public final class OnnxScorer implements Scorer, AutoCloseable {
    private final ModelContract contract;
    private final Descriptor about;
    private final InputPicture pictures;
    private final Model model;

    private OnnxScorer(ModelContract contract, Model model) {
        this.contract = contract;
        this.model = model;
        this.pictures = new InputPicture(contract.picture());
        this.about = Descriptor.scorer(contract.id(), contract.version())
                .scores(contract.kinds().toArray(String[]::new))
                .title(contract.title())
                .intendedUse(contract.intendedUse())
                .source("model sha256:" + contract.sha256())
                .wantsPatches()
                .build();
    }

    /**
     * A scorer of a model.
     *
     * @param model the bytes of an ONNX file
     * @throws IllegalArgumentException if the model is not the one of the contract, or not as it says
     */
    public static OnnxScorer of(byte[] model, ModelContract contract) {
        String found = sha256(model);
        if (!found.equals(contract.sha256())) {
            throw new IllegalArgumentException(contract.id() + ": the contract is of the model with sha256 "
                    + contract.sha256() + ", this one has " + found);
        }
        return new OnnxScorer(contract, Model.load(model, contract));
    }

    /**
     * A scorer of a model in a file.
     *
     * @param model an ONNX file
     * @param contract its contract, as {@link ModelContract#read} takes it
     * @throws IOException if one of them cannot be read
     * @throws IllegalArgumentException if the model is not the one of the contract, or not as it says
     */
    public static OnnxScorer load(Path model, Path contract) throws IOException {
        try (Reader text = Files.newBufferedReader(contract, StandardCharsets.UTF_8)) {
            return of(Files.readAllBytes(model), ModelContract.read(text));
        }
    }

    @Override
    public Descriptor descriptor() {
        return about;
    }

    @Override
    public Score score(Findings findings, Settings settings, Work work) {
        if (!about.kinds().contains(findings.kind())) {
            return Score.notScored(contract.id() + " does not score " + findings.kind());
        }
        int[] counts = new int[contract.labels().size()];
        List<Score.ItemGrade> grades = new ArrayList<>();
        int unseen = 0;
        for (int field = 0; field < findings.fields().size(); field++) {
            for (Item item : counted(findings.fields().get(field))) {
                work.checkpoint();
                Patch patch = item.picture().orElse(null);
                if (patch == null) {
                    unseen++;
                    continue;
                }
                String refusal = pictures.refusal(patch);
                if (refusal != null) {
                    return Score.notScored(refusal);
                }
                int label = largest(model.answer(pictures.samples(patch)));
                counts[label]++;
                grades.add(
                        new Score.ItemGrade(field, item.id(), contract.labels().get(label)));
            }
        }
        return grades.isEmpty() ? Score.notScored("no item has a picture") : scored(counts, grades, unseen);
    }

    @Override
    public void close() {
        model.close();
    }

    private static List<Item> counted(FieldOfView field) {
        return field.items().stream()
                .filter(Item::counts)
                .sorted(Comparator.comparingInt(Item::id))
                .toList();
    }

    /** The first of the largest. */
    private static int largest(float[] numbers) {
        int largest = 0;
        for (int i = 1; i < numbers.length; i++) {
            if (numbers[i] > numbers[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    private Score scored(int[] counts, List<Score.ItemGrade> grades, int unseen) {
        int all = grades.size();
        List<Score.Component> parts = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            parts.add(new Score.Component(
                    contract.labels().get(i), share(counts[i], all), counts[i] + " items of " + all, (double)
                            counts[i]));
        }
        if (unseen > 0) {
            parts.add(new Score.Component(
                    "model.unseen", "not asked", unseen + " items have no picture and were not asked about", (double)
                            unseen));
        }
        parts.add(new Score.Component(
                "model.sha256",
                contract.sha256(),
                contract.title() + " " + contract.version() + ", computed by " + Model.runtime(),
                null));
        int counted = counts[contract.labels().indexOf(contract.counted())];
        return new Score.Scored(
                contract.id(), share(counted, all) + " " + contract.counted(), 100.0 * counted / all, parts, grades);
    }

    private static String share(int part, int all) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
