package dev.readback;

import dev.readback.agent.openclaw.CommandJudge;
import dev.readback.agent.openclaw.Place;
import dev.readback.agent.openclaw.Ruling;
import dev.readback.agent.openclaw.Wish;
import dev.readback.execution.Judge;
import dev.readback.gate.Judgement;
import dev.readback.plan.Command;
import dev.readback.say.ReadBack;
import dev.readback.say.Sayer;
import java.util.List;
import java.util.Map;

/** The gate before what a Gateway's agent wants to run: such a line is judged as any a model wrote, and read back as the agent's wish. */
final class GatewayJudge implements CommandJudge {

    private static final String ASKS = "The agent asks: ";

    private final Judge judge;
    private final Sayer sayer;

    GatewayJudge(Judge judge, Sayer sayer) {
        this.judge = judge;
        this.sayer = sayer;
    }

    @Override
    public Ruling judge(Wish wish, String gateway) {
        String line = wish.line();
        if (line.isBlank()) {
            return new Ruling.Deny("It did not say which command.");
        }
        String host = Place.of(gateway, Command.LOCAL);
        Judgement judgement = judge.judge(new Command(placed(wish), host, Command.COMPOSED, Map.of(), List.of()));
        String where =
                wish.directory().map(path -> " It would run in " + path + ".").orElse("");
        return switch (judgement.verdict()) {
            case ALLOW -> new Ruling.Allow();
            case CONFIRM -> new Ruling.Confirm(ASKS + sayer.readBack(readBack(line, host, judgement)) + where);
            case REPEAT -> {
                String object = judgement.object().orElseThrow();
                yield new Ruling.RepeatBack(
                        ASKS + sayer.repeatBack(readBack(line, host, judgement), object) + where, object);
            }
            case DENY ->
                new Ruling.Deny(
                        judgement.reasons().isEmpty()
                                ? "The gate denied it."
                                : judgement.reasons().getFirst());
        };
    }

    /** What a relative path means depends on where the line runs, so it is judged as run from there. */
    private static String placed(Wish wish) {
        return wish.directory()
                .map(path -> "cd '" + path.replace("'", "'\\''") + "'\n" + wish.line())
                .orElse(wish.line());
    }

    private static ReadBack readBack(String line, String host, Judgement judgement) {
        return new ReadBack(line, host, Command.COMPOSED, Map.of(), judgement.reasons(), List.of(), List.of());
    }
}
