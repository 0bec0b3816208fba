package dev.readback.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what is refused before it reaches any route, such as an address that cannot be read. */
final class BadHttp implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Problem problem = switch (response.getStatus()) {
            case 404 -> Problem.of("not_found", "There is nothing here.");
            case 503 -> Problem.of("closing", "Readback is shutting down.");
            default -> Problem.of("bad_request", "The request could not be understood.");
        };
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        response.write(true, ByteBuffer.wrap(Json.bytes(problem)), callback);
        return true;
    }
}
