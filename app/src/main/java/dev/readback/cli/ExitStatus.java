package dev.readback.cli;

/** What a request's end means to a shell script. */
final class ExitStatus {

    private ExitStatus() {}

    /** 0 done, 3 waiting for an answer or its turn, 1 otherwise. */
    static int of(String state) {
        return switch (state) {
            case "completed" -> 0;
            case "waiting_for_input", "pending", "running" -> 3;
            default -> 1;
        };
    }
}
