package org.fertivision.server.analysis;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.fertivision.FertiVision;
import org.fertivision.request.Request;
import org.fertivision.request.Source;
import org.fertivision.server.child.Child;
import org.fertivision.server.child.Input;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.log.Log;

/** What a child does: measures as the parent asks, in a process that may end at any image. */
public final class ChildWork {
    private final FertiVision engine;

    private ChildWork(FertiVision engine) {
        this.engine = engine;
    }

    /** Measures until the parent is gone, and never returns. */
    public static void serve(FertiVision engine, InputStream in, OutputStream out, Log log) {
        ChildWork work = new ChildWork(engine);
        Child.serve(in, out, work::answer, trouble -> log.warn("analysis failed in its process", trouble));
    }

    private byte[] answer(byte[] question, List<Input> inputs, DoubleConsumer progress) {
        Errand errand = Errand.of(question);
        AnalysisQuery query = AnalysisQuery.of(JsonFields.of(errand.request().getBytes(StandardCharsets.UTF_8)));
        Request.Builder request = query.request(engine.plugins())
                .scope(errand.scope())
                .deadline(errand.allowed())
                .progress(progress);
        inputs.forEach(input -> request.field(Source.of(input::open)));
        return Ending.of(engine.analyze(request.build())).bytes();
    }
}
