package dev.readback.agent.openclaw;

import java.util.Map;

/** What a method answers when it refuses. */
final class FakeRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Map<String, Object> error;

    FakeRefusal(Map<String, Object> error) {
        super(String.valueOf(error.get("message")));
        this.error = error;
    }

    FakeRefusal(String code, String message) {
        this(Json.of("code", code, "message", message));
    }

    static FakeRefusal invalid(String message) {
        return new FakeRefusal("INVALID_REQUEST", message);
    }

    Map<String, Object> error() {
        return error;
    }
}
