package org.fertivision.beam;

import java.io.IOException;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.WithKeys;
import org.fertivision.cli.Batch;
import org.fertivision.cli.Crew;
import org.fertivision.cli.Specimen;

/** Measures the specimens of a batch by a pipeline: given out, measured wherever the runner likes, told to the tables. */
final class BeamCrew implements Crew {
    private final List<String> words;
    private final PipelineOptions options;

    /** A crew for the batch that the words describe, under the options of Beam. */
    BeamCrew(List<String> words, PipelineOptions options) {
        this.words = List.copyOf(words);
        this.options = options;
    }

    @Override
    public int measure(List<Specimen> specimens, Batch batch, int threads) throws IOException {
        if (options.getRunner().equals(DirectRunner.class)) {
            options.as(DirectOptions.class).setTargetParallelism(threads);
        }
        BatchesHere.lend(words, batch);
        try {
            PipelineResult result = pipeline(specimens).run();
            PipelineResult.State end = result.waitUntilFinish();
            if (end != PipelineResult.State.DONE) {
                throw new IOException("the pipeline ended as " + end);
            }
            return kept(result);
        } catch (Pipeline.PipelineExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            BatchesHere.takeBack(words);
        }
    }

    private Pipeline pipeline(List<Specimen> specimens) {
        Pipeline pipeline = Pipeline.create(options);
        pipeline.apply("specimens", Create.of(specimens).withCoder(new SpecimenCoder()))
                .apply("give out", Reshuffle.viaRandomKey())
                .apply("measure", ParDo.of(new MeasureSpecimen(words)))
                .setCoder(new EndCoder())
                .apply("to one table", WithKeys.of("all"))
                .setCoder(KvCoder.of(StringUtf8Coder.of(), new EndCoder()))
                .apply("when all are told", GroupByKey.create())
                .apply("tables", ParDo.of(new WriteTables(words, specimens.size())));
        return pipeline;
    }

    private static int kept(PipelineResult result) {
        MetricsFilter filter = MetricsFilter.builder()
                .addNameFilter(MetricNameFilter.named(WriteTables.class, WriteTables.KEPT))
                .build();
        long kept = 0;
        for (MetricResult<Long> counter : result.metrics().queryMetrics(filter).getCounters()) {
            kept += counter.getAttempted();
        }
        return Math.toIntExact(kept);
    }
}
