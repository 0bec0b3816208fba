package dev.readback.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One route.
 *
 * @param path as Javalin has it: {@code {name}} is one segment, {@code <name>} may hold slashes
 */
record Route(HandlerType method, String path, Handler handler) {
    static Route get(String path, Handler handler) {
        return new Route(HandlerType.GET, path, handler);
    }

    static Route post(String path, Handler handler) {
        return new Route(HandlerType.POST, path, handler);
    }

    static Route delete(String path, Handler handler) {
        return new Route(HandlerType.DELETE, path, handler);
    }

    static Route put(String path, Handler handler) {
        return new Route(HandlerType.PUT, path, handler);
    }

    /** Method and path as {@code openapi.yaml} writes them. */
    String documentedAs() {
        return method.name() + " " + path.replace('<', '{').replace('>', '}');
    }
}
