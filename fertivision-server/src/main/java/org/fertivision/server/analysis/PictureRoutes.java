package org.fertivision.server.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fertivision.report.FieldPicture;
import org.fertivision.report.TilePyramid;
import org.fertivision.request.InputFacts;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;

/** The pictures of an analysis for viewers: shrunk, in tiles, frame by frame; never the file that was handed in. */
final class PictureRoutes {
    private static final String FIELD = "/v1/analyses/{analysis}/fields/{field}/";
    private static final int USUAL_SIDE = 1024;
    private static final int LONGEST_SIDE = 4096;

    private final FieldPictures pictures;
    private final Lookup lookup;

    /** A field that a call asks for. */
    private record Asked(Call call, AnalysisRow row, int field, InputFacts facts) {}

    PictureRoutes(FieldPictures pictures, Lookup lookup) {
        this.pictures = pictures;
        this.lookup = lookup;
    }

    List<Route> routes() {
        return List.of(
                Route.of(Method.GET, FIELD + "preview.jpg", Scope.IMAGES_READ, call -> shrunk(asked(call), 0)),
                Route.of(Method.GET, FIELD + "frame/{frame}.jpg", Scope.IMAGES_READ, this::frame),
                Route.of(Method.GET, FIELD + "tile/{level}/{column}/{row}.jpg", Scope.IMAGES_READ, this::tile));
    }

    private Asked asked(Call call) {
        AnalysisRow row = lookup.succeeded(call);
        List<InputFacts> facts = pictures.facts(call.principal().tenant(), row);
        int field = number(call, "field", facts.size());
        return new Asked(call, row, field, facts.get(field));
    }

    private Answer frame(Call call) {
        Asked asked = asked(call);
        return shrunk(asked, number(call, "frame", asked.facts().frames()));
    }

    private Answer shrunk(Asked asked, int frame) {
        int width = width(asked.call());
        return answer(
                asked,
                frame,
                "w" + width,
                picture -> width == 0 ? picture.whole(USUAL_SIDE) : picture.wide(width, LONGEST_SIDE));
    }

    private Answer tile(Call call) {
        Asked asked = asked(call);
        TilePyramid pyramid =
                new TilePyramid(asked.facts().width(), asked.facts().height());
        int level = number(call, "level", pyramid.levels());
        int column = number(call, "column", pyramid.columns(level));
        int row = number(call, "row", pyramid.rows(level));
        return answer(asked, 0, "t" + level + "-" + column + "-" + row, picture -> picture.tile(level, column, row));
    }

    private Answer answer(Asked asked, int frame, String form, Function<FieldPicture, byte[]> jpeg) {
        Answer picture = Lookup.cached(
                asked.call(),
                content(asked) + "-" + frame + "-" + form + Demo.tag(asked.row()),
                () -> Answer.of(
                        200,
                        "image/jpeg",
                        jpeg.apply(pictures.picture(
                                asked.call().principal().tenant(), asked.row(), asked.field(), frame))));
        return Demo.named(picture, asked.row(), "-" + asked.field() + "-" + frame + "-" + form + ".jpg");
    }

    /** What tells the pixels of a field from all others: the hash of its file and the page, or of the whole result. */
    private static String content(Asked asked) {
        InputFacts facts = asked.facts();
        String page = facts.page() == null ? "" : "-p" + facts.page();
        return facts.sha256() == null ? asked.row().resultSha256() + "-f" + asked.field() : facts.sha256() + page;
    }

    private static int width(Call call) {
        if (!List.of("width").containsAll(call.query().names())) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "A picture is asked by width alone.");
        }
        Optional<String> width = call.query().one("width");
        if (width.isEmpty()) {
            return 0;
        }
        if (!width.get().matches("[1-9][0-9]{0,3}") || Integer.parseInt(width.get()) > LONGEST_SIDE) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "width is 1 to " + LONGEST_SIDE + " pixels.");
        }
        return Integer.parseInt(width.get());
    }

    /** A number of the path, from 0 to below the given one. */
    private static int number(Call call, String name, int count) {
        String text = call.value(name);
        if (!text.matches("0|[1-9][0-9]{0,8}") || Integer.parseInt(text) >= count) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND, "There is no such " + name + "; they count from 0 to " + (count - 1) + ".");
        }
        return Integer.parseInt(text);
    }
}
