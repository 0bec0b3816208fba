package dev.readback.execution;

import dev.readback.conversation.Focus;
import dev.readback.conversation.Source;
import dev.readback.intent.Asking;
import dev.readback.intent.Interpretation;
import dev.readback.intent.Interpreter;
import java.util.List;

/** Works out what a request means, with what the person added when asked about it. */
final class Understanding {

    private final Interpreter interpreter;

    Understanding(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** @param earlier the last things said in the session */
    Interpretation of(Execution execution, Focus focus, List<String> earlier) {
        long added = execution.answers().stream()
                .filter(answer -> answer.meaning() == GivenAnswer.Meaning.WORDS)
                .count();
        List<String> lines = execution.transcript();
        int asked = (int) Math.max(1, lines.size() - added);
        String request = String.join(" ", lines.subList(0, asked));
        Asking asking = new Asking(request, focus, execution.host(), execution.source() == Source.VOICE, earlier);
        return lines.size() == asked
                ? interpreter.interpret(asking)
                : interpreter.clarified(asking, question(execution), lines.getLast());
    }

    /** What the last words of the person were an answer to. */
    private static Interpretation.Clarify question(Execution execution) {
        return execution.answers().stream()
                .filter(answer -> answer.meaning() == GivenAnswer.Meaning.WORDS)
                .map(GivenAnswer::question)
                .reduce((earlier, later) -> later)
                .map(question -> new Interpretation.Clarify(question.text(), question.choices()))
                .orElseThrow();
    }
}
