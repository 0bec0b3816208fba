package dev.readback.execution;

import dev.readback.conversation.Focus;
import dev.readback.intent.Interpretation;
import dev.readback.intent.Interpreter;
import java.util.List;

/** Works out what a request means, with what the person added when asked about it. */
final class Understanding {

    private final Interpreter interpreter;

    Understanding(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    Interpretation of(Execution execution, Focus focus) {
        long added = execution.answers().stream()
                .filter(answer -> answer.meaning() == GivenAnswer.Meaning.WORDS)
                .count();
        List<String> lines = execution.transcript();
        int asked = (int) Math.max(1, lines.size() - added);
        String request = String.join(" ", lines.subList(0, asked));
        Interpretation meaning = interpreter.interpret(request, focus, execution.host());
        for (String answer : lines.subList(asked, lines.size())) {
            meaning = interpreter.clarified(request, answer, focus, execution.host());
        }
        return meaning;
    }
}
