package dev.readback.execution;

import dev.readback.conversation.Focus;
import dev.readback.conversation.Source;
import dev.readback.intent.Asking;
import dev.readback.intent.Interpretation;
import dev.readback.intent.Interpreter;
import dev.readback.question.Consent;
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
        List<String> added =
                execution.answers().stream().flatMap(Understanding::adds).toList();
        List<String> lines = execution.transcript();
        int asked = Math.max(1, lines.size() - added.size());
        String request = String.join(" ", lines.subList(0, asked));
        Asking asking = new Asking(request, focus, execution.host(), execution.source() == Source.VOICE, earlier);
        return added.isEmpty() ? interpreter.interpret(asking) : interpreter.clarified(asking, added.getLast());
    }

    /** What an answer adds to the words of the request. */
    private static Stream<String> adds(GivenAnswer answer) {
        return switch (answer.meaning()) {
            case WORDS -> Stream.of(answer.text());
            case CHANGE -> Stream.of(Consent.wantedInstead(answer.text()));
            case YES, NO, NONE -> Stream.empty();
        };
    }
}
