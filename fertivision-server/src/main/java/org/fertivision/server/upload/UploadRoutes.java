package org.fertivision.server.upload;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fertivision.server.http.Answer;
import org.fertivision.server.http.Call;
import org.fertivision.server.http.JsonFields;
import org.fertivision.server.http.Problem;
import org.fertivision.server.http.ProblemCode;
import org.fertivision.server.http.ProblemException;
import org.fertivision.server.http.PublicId;
import org.fertivision.server.http.Route;
import org.fertivision.server.http.Route.Method;
import org.fertivision.server.http.Scope;
import org.fertivision.server.upload.UploadDesk.Rules;

/** Sending a file in pieces. */
final class UploadRoutes {
    private static final String ONE = "/v1/uploads/{upload}";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final long SMALLEST_PIECE = 1 << 16;

    private final Uploads uploads;
    private final UploadTable table;
    private final Rules rules;

    UploadRoutes(Uploads uploads, UploadTable table, Rules rules) {
        this.uploads = uploads;
        this.table = table;
        this.rules = rules;
    }

    List<Route> routes() {
        return List.of(
                Route.of(Method.POST, "/v1/uploads", Scope.ANALYSES_WRITE, this::begin),
                Route.of(Method.GET, ONE, Scope.ANALYSES_WRITE, call -> answer(200, found(call))),
                Route.of(Method.PUT, ONE, Scope.ANALYSES_WRITE, this::add),
                Route.of(Method.POST, ONE + "/complete", Scope.ANALYSES_WRITE, this::complete),
                Route.of(Method.DELETE, ONE, Scope.ANALYSES_WRITE, this::delete));
    }

    private Upload found(Call call) {
        return uploads.find(call.principal().tenant(), call.value("upload"));
    }

    private Answer begin(Call call) {
        JsonFields json = JsonFields.of(call);
        long size = size(json);
        String sha256 = json.has("sha256") ? sha256(json) : null;
        String mediaType = json.optionalText("mediaType").orElse(ImageFormat.UNDECLARED);
        json.noMore();
        if (!ImageFormat.isKnown(mediaType)) {
            throw json.wrong(
                    "mediaType", "is that of a format which is read, such as image/png, or " + ImageFormat.UNDECLARED);
        }
        if (size > rules.mostBytes()) {
            throw new ProblemException(Problem.of(
                            ProblemCode.PAYLOAD_TOO_LARGE,
                            "A file in pieces has " + rules.mostBytes() + " bytes at most.")
                    .with("limit", Map.of("name", "upload bytes", "value", rules.mostBytes(), "actual", size)));
        }
        UUID id = table.begin(call.principal(), mediaType, size, sha256, call.requestId());
        String name = PublicId.text(Uploads.PREFIX, id);
        return answer(201, uploads.find(call.principal().tenant(), name)).header("Location", "/v1/uploads/" + name);
    }

    private static long size(JsonFields json) {
        BigDecimal size = json.number("size").orElseThrow(() -> json.wrong("size", "is a number that must be there"));
        try {
            if (size.signum() > 0) {
                return size.longValueExact();
            }
        } catch (ArithmeticException e) {
            throw json.wrong("size", "is a whole number of bytes");
        }
        throw json.wrong("size", "is 1 or more");
    }

    private static String sha256(JsonFields json) {
        String sha256 = json.text("sha256");
        if (!SHA256.matcher(sha256).matches()) {
            throw json.wrong("sha256", "is 64 lower case hexadecimal digits");
        }
        return sha256;
    }

    private Answer add(Call call) {
        Upload upload = found(call);
        String header = call.header("Content-Range")
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.INVALID_HEADER, "Send Content-Range: bytes FIRST-LAST/SIZE with the piece."));
        ContentRange range = ContentRange.of(header, upload.bytes());
        if (range.length() > rules.largestPiece()) {
            throw new ProblemException(
                    ProblemCode.PAYLOAD_TOO_LARGE, "A piece has " + rules.largestPiece() + " bytes at most.");
        }
        if (range.length() < SMALLEST_PIECE && !range.endsAt(upload.bytes())) {
            throw new ProblemException(
                    ProblemCode.INVALID_HEADER, "A piece has " + SMALLEST_PIECE + " bytes or more, but for the last.");
        }
        return answer(200, uploads.add(upload, range, call.body()));
    }

    private Answer complete(Call call) {
        Upload upload = found(call);
        JsonFields json = JsonFields.of(call);
        long size = size(json);
        String sha256 = sha256(json);
        json.noMore();
        if (size != upload.bytes()) {
            throw json.wrong("size", "is another than the " + upload.bytes() + " bytes that were announced");
        }
        return answer(200, uploads.complete(call.principal(), upload, sha256, call.requestId()));
    }

    private Answer delete(Call call) {
        uploads.delete(call.principal(), found(call), call.requestId());
        return Answer.empty(204);
    }

    private static Answer answer(int status, Upload upload) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", PublicId.text(Uploads.PREFIX, upload.id()));
        members.put("status", upload.state().name().toLowerCase(Locale.ROOT));
        members.put("mediaType", upload.mediaType());
        members.put("size", upload.bytes());
        members.put("offset", upload.received());
        if (upload.sha256() != null) {
            members.put("sha256", upload.sha256());
        }
        members.put("expiresAt", upload.expiresAt().toString());
        return Answer.json(status, members);
    }
}
