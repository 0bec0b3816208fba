package dev.readback.gate;

/**
 * The word on one part of a line, before all parts are put together.
 *
 * @param reason a plain sentence; empty for {@code ALLOW}
 * @param object what must be repeated; empty unless {@code REPEAT}
 */
record Ruling(Verdict verdict, String reason, boolean hardFloor, String object) {

    static final Ruling ALLOW = new Ruling(Verdict.ALLOW, "", false, "");

    static Ruling confirm(String reason) {
        return new Ruling(Verdict.CONFIRM, reason, false, "");
    }

    static Ruling repeat(String reason, String object) {
        return new Ruling(Verdict.REPEAT, reason, false, object);
    }

    /** A denial the owner may loosen. */
    static Ruling deny(String reason) {
        return new Ruling(Verdict.DENY, reason, false, "");
    }

    /** A denial nobody can loosen. */
    static Ruling never(String reason) {
        return new Ruling(Verdict.DENY, reason, true, "");
    }
}
