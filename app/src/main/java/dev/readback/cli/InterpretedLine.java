package dev.readback.cli;

import dev.readback.conversation.Focus;
import dev.readback.gate.Gate;
import dev.readback.gate.Judgement;
import dev.readback.intent.Interpretation;
import dev.readback.intent.Interpreter;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One utterance as one JSON object: what it is, its commands with their verdicts, and what would be asked or said. */
final class InterpretedLine {

    private final Interpreter interpreter;
    private final Gate gate;
    private final JsonMapper json = JsonMapper.shared();

    InterpretedLine(Interpreter interpreter, Gate gate) {
        this.interpreter = interpreter;
        this.gate = gate;
    }

    String json(String utterance) {
        return switch (interpreter.interpret(utterance, Focus.NONE, Command.LOCAL)) {
            case Interpretation.Planned(Plan.Commands(List<Command> commands), Focus focus) ->
                line(utterance, "plan", commands, "");
            case Interpretation.Planned(Plan.Instruction(String text), Focus focus) ->
                line(utterance, "none", List.of(), text);
            case Interpretation.Clarify(String question, List<String> choices) ->
                line(utterance, "clarify", List.of(), question);
            case Interpretation.Answered(String say) -> line(utterance, "answer", List.of(), say);
            case Interpretation.Cancel cancel -> line(utterance, "cancel", List.of(), "");
            case Interpretation.Own own -> line(utterance, "own", List.of(), "");
            case Interpretation.About about -> line(utterance, "about", List.of(), "");
            case Interpretation.Declined(String say) -> line(utterance, "none", List.of(), say);
            case Interpretation.NotUnderstood(String say) -> line(utterance, "none", List.of(), say);
        };
    }

    private String line(String utterance, String kind, List<Command> commands, String question) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("utterance", utterance);
        line.put("kind", kind);
        line.put("commands", commands.stream().map(this::command).toList());
        line.put("question", question.isEmpty() ? null : question);
        return json.writeValueAsString(line);
    }

    private Map<String, Object> command(Command command) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", command.line());
        fields.put("host", command.host());
        fields.put("intent", command.intent());
        fields.put("slots", command.slots());
        Judgement judgement = command.composed() ? gate.judgeComposed(command.line()) : gate.judge(command.line());
        fields.put("verdict", judgement.verdict().word());
        fields.put("doubtful", command.doubtful());
        return fields;
    }
}
