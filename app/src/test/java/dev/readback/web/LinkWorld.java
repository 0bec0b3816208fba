package dev.readback.web;

import dev.readback.execution.Execution;
import dev.readback.web.auth.AnswerLink;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A browser that came by a link, over a {@link WebWorld}. */
record LinkWorld(WebWorld world) {

    Execution asking(String words) {
        UUID id = UUID.fromString(WebWorld.json(world.post("/execute", "{\"transcript\": \"" + words + "\"}"))
                .get("execution_id")
                .stringValue());
        return world.executions.find(id).orElseThrow();
    }

    /** The code of a link to the open question. */
    String code(Execution asking) {
        return code(asking, Instant.now().plusSeconds(600));
    }

    String code(Execution asking, Instant expiry) {
        return world.links.code(new AnswerLink(
                asking.id(), asking.sessionId(), asking.question().map(question -> question.id()), expiry));
    }

    HttpResponse<String> open(String code) {
        return open(code, Optional.empty());
    }

    HttpResponse<String> open(String code, Optional<String> cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(world.at("/link"))
                .header("Content-Type", "application/json")
                .header("Origin", world.at("").toString())
                .POST(BodyPublishers.ofString("{\"code\": \"" + code + "\"}"));
        cookie.ifPresent(value -> request.header("Cookie", value));
        return world.send(request);
    }

    /** The cookie a browser has after it opened these. */
    String cookie(String code) {
        return cookie(open(code));
    }

    static String cookie(HttpResponse<String> opened) {
        return opened.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    HttpResponse<String> get(String path, String cookie) {
        return world.send(HttpRequest.newBuilder(world.at(path)).header("Cookie", cookie));
    }

    HttpResponse<String> call(String method, String path, String cookie, String body) {
        return world.send(HttpRequest.newBuilder(world.at(path))
                .header("Cookie", cookie)
                .header("Origin", world.at("").toString())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> answer(Execution asking, String words, String cookie) {
        String question = asking.question().orElseThrow().id().toString();
        return call(
                "POST",
                "/resume/" + asking.sessionId(),
                cookie,
                "{\"answer\": \"" + words + "\", \"question_id\": \"" + question + "\"}");
    }
}
