package dev.readback.execution;

import dev.readback.conversation.Focus;
import dev.readback.conversation.Source;
import dev.readback.intent.Asking;
import dev.readback.intent.Interpretation;
import dev.readback.intent.Interpreter;
import dev.readback.question.Consent;
import dev.readback.question.Question;
import java.util.List;
import java.util.stream.Stream;

/** Works out what a request means, with what the person added when asked about it. */
final class Understanding {

    private final Interpreter interpreter;

    Understanding(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** @param earlier the last things said in the session */
    Interpretation of(Execution execution, Focus focus, List<String> earlier) {
        List<Added> added =
                execution.answers().stream().flatMap(Understanding::added).toList();
        List<String> lines = execution.transcript();
        int asked = Math.max(1, lines.size() - added.size());
        String request = String.join(" ", lines.subList(0, asked));
        Asking asking = new Asking(request, focus, execution.host(), execution.source() == Source.VOICE, earlier);
        return added.isEmpty()
                ? interpreter.interpret(asking)
                : interpreter.clarified(
                        asking, added.getLast().to(), added.getLast().words());
    }

    /** Words that an answer added to the request, and the question they were said to. */
    private record Added(String words, Interpretation.Clarify to) {}

    private static Stream<Added> added(GivenAnswer answer) {
        Question asked = answer.question();
        return switch (answer.meaning()) {
            case WORDS ->
                Stream.of(new Added(answer.text(), new Interpretation.Clarify(asked.text(), asked.choices())));
            case CHANGE ->
                Stream.of(new Added(
                        Consent.wantedInstead(answer.text()), new Interpretation.Clarify(asked.text(), List.of())));
            case YES, NO, NONE -> Stream.empty();
        };
    }
}
