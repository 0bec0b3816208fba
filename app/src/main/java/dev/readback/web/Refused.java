package dev.readback.web;

import dev.readback.failure.Failure;

/** A call that is turned down before it reaches anything, by a code of {@link ProblemStatus}. */
final class Refused extends Failure {
    Refused(String code, String sentence) {
        super(code, sentence);
    }

    static Refused unknownSession(String key) {
        return new Refused("session_not_found", "I know no session " + key + ".");
    }

    static Refused unknownExecution(String id) {
        return new Refused("execution_not_found", "I know no execution " + id + ".");
    }
}
