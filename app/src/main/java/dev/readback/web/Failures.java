package dev.readback.web;

import dev.readback.failure.Failure;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.UUID;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a route throws into a problem. The boundary: nothing gets past it, and no inside shows through it. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static void register(RoutesConfig routes) {
        routes.exception(Failure.class, Failures::failed);
        routes.exception(HttpResponseException.class, (answer, context) -> refused(answer.getStatus(), context));
        routes.exception(Exception.class, Failures::unexpected);
    }

    private static void failed(Failure failure, Context context) {
        if (ProblemStatus.of(failure.code()) >= 500) {
            log(failure, context, failure.code());
        }
        Json.problem(context, Problem.of(failure));
    }

    private static void refused(int status, Context context) {
        switch (status) {
            case 404 -> Json.problem(context, Problem.of("not_found", "There is nothing here."));
            case 405 ->
                Json.problem(
                        context,
                        Problem.of("method_not_allowed", context.method().name() + " is not possible here."));
            case 413 -> Json.problem(context, Problem.of("body_too_large", "The body is too large."));
            default -> Json.problem(context, Problem.of("bad_request", "The request could not be understood."));
        }
    }

    private static void unexpected(Exception broken, Context context) {
        if (broken instanceof EofException || context.res().isCommitted()) {
            LOG.atDebug().setCause(broken).log("the client went away");
            return;
        }
        String id = UUID.randomUUID().toString();
        log(broken, context, id);
        Json.problem(context, Problem.unexpected(id));
    }

    private static void log(Exception broken, Context context, String id) {
        LOG.atError()
                .setCause(broken)
                .addKeyValue("id", id)
                .addKeyValue("method", context.method().name())
                .addKeyValue("route", context.endpoint().path)
                .log("a call failed");
    }
}
