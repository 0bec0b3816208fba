package dev.readback.agent.openclaw;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which of a Gateway's runs are those of a turn: its own, and after a restart whatever goes on in its session. Confined to one thread. */
final class OwnRuns {

    private final String session;
    private final Set<String> ids = new HashSet<>();
    private boolean any;

    OwnRuns(String session, String first) {
        this.session = session;
        ids.add(first);
    }

    void add(String id) {
        ids.add(id);
    }

    /** From now on, whatever runs in the session is the turn, under whatever id. */
    void takeAll() {
        any = true;
    }

    /** Whether an event is about the turn. */
    boolean has(JsonNode payload) {
        String run = payload.path("runId").asString("");
        if (any && payload.path("sessionKey").asString("").equals(session)) {
            ids.add(run);
        }
        return ids.contains(run);
    }
}
