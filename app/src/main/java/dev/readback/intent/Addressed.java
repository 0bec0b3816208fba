package dev.readback.intent;

import dev.readback.plan.Plan;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Ask the agent to …": hands over what is said to the agent by name, whatever else it could mean. All else goes on. Thread-safe. */
public final class Addressed implements Interpreter {

    private static final Pattern TO_THE_AGENT = Pattern.compile(
            "(?:(?:please|hey|ok|okay|so|now|can you|could you)[, ]+)*(?:ask|tell|have|let|get) (?:the |my )?"
                    + "(?:agent|open ?claw|molt ?bot|clawd ?bot|gateway)(?:'s agent)?,? (?:to )?(?<task>\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Interpreter others;

    public Addressed(Interpreter others) {
        this.others = others;
    }

    @Override
    public Interpretation interpret(Asking asking) {
        Matcher said = TO_THE_AGENT.matcher(asking.words().strip());
        return said.matches()
                ? new Interpretation.Planned(new Plan.Instruction(said.group("task")), asking.focus())
                : others.interpret(asking);
    }

    @Override
    public Interpretation clarified(Asking original, String answer) {
        return others.clarified(original, answer);
    }

    @Override
    public Interpretation clarified(Asking original, Interpretation.Clarify asked, String answer) {
        return others.clarified(original, asked, answer);
    }
}
