package org.fertivision.server.analysis;

import java.util.List;
import java.util.Optional;
import org.fertivision.Plugins;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;
import org.fertivision.server.upload.ImageFormat;
import org.fertivision.spi.Descriptor;

/** Samples to try things with: drawn, measured like any other, and marked as nobody's wherever they are seen. */
final class DemoRoutes {
    private final Plugins plugins;
    private final Intake intake;
    private final AnalysisRoutes analyses;
    private final DrawnSamples drawn = new DrawnSamples();

    DemoRoutes(Plugins plugins, Intake intake, AnalysisRoutes analyses) {
        this.plugins = plugins;
        this.intake = intake;
        this.analyses = analyses;
    }

    List<Route> routes() {
        return List.of(Route.of(Method.POST, "/v1/demos", Scope.ANALYSES_WRITE, this::draw));
    }

    private Answer draw(Call call) {
        JsonFields json = JsonFields.of(call);
        String kind = json.text("kind");
        json.noMore();
        Descriptor analyzer = Optional.of(kind)
                .filter(DrawnSample::isOf)
                .flatMap(plugins::analyzer)
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.UNKNOWN_PLUGIN, "No sample of such a kind can be drawn."));
        return analyses.submit(call, from -> submission(from, drawn.of(kind, () -> DrawnSample.of(kind, analyzer))));
    }

    private Submission submission(Call call, DrawnSample sample) {
        ReceivedImages images = intake.room(call.principal().tenant());
        images.add(sample.image(), ImageFormat.UNDECLARED, Integer.MAX_VALUE);
        return intake.take(sample.request(), images, Intake.key(call));
    }
}
