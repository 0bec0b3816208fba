package dev.readback.say;

/**
 * What a sentence about a failure may name.
 *
 * @param act what was to be done: "restart nginx"
 * @param user who commands run as
 * @param telling the lines of the output that tell why, bounded
 */
record Told(CommandResult result, String act, String user, String telling) {

    static Told of(CommandResult result, String act, String user) {
        return new Told(result, act, user, Excerpt.telling(result.output()));
    }

    String program() {
        return Programs.of(result.line());
    }

    String slot(String name, String otherwise) {
        return result.slots().getOrDefault(name, otherwise);
    }
}
