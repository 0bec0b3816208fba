package dev.readback.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.readback.execution.Event;
import dev.readback.execution.EventLog.Numbered;
import dev.readback.web.Views.QuestionView;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Events as lines of an event stream: number, name, and one line of JSON. */
final class EventText {
    private EventText() {}

    static String of(Numbered numbered) {
        return switch (numbered.event()) {
            case Event.Said said -> lines(numbered, "turn", SaidView.of(said));
            case Event.StateChanged changed ->
                lines(
                        numbered,
                        "state",
                        new StateView(
                                changed.sessionId(),
                                changed.executionId(),
                                changed.state().word(),
                                numbered.at()));
            case Event.Output output ->
                lines(
                        numbered,
                        "output",
                        new OutputView(output.sessionId(), output.executionId(), output.step(), output.text()));
            case Event.Progress progress ->
                lines(
                        numbered,
                        "progress",
                        new ProgressView(
                                progress.sessionId(), progress.executionId(), progress.step(), progress.phrase()));
            case Event.Asked asked ->
                lines(
                        numbered,
                        "question",
                        new AskedView(asked.sessionId(), asked.executionId(), QuestionView.of(asked.question())));
            case Event.Closed closed ->
                lines(
                        numbered,
                        "question_closed",
                        new ClosedView(closed.sessionId(), closed.executionId(), closed.questionId()));
        };
    }

    private static String lines(Numbered numbered, String name, Object data) {
        return "id: " + numbered.number() + "\nevent: " + name + "\ndata: " + Json.text(data) + "\n\n";
    }

    /** @param phrase what a command or task is at; replaces the one before */
    record ProgressView(UUID sessionId, UUID executionId, int step, String phrase) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SaidView(
            UUID sessionId, Optional<UUID> executionId, String role, String content, String source, Instant at) {
        static SaidView of(Event.Said said) {
            return new SaidView(
                    said.sessionId(),
                    said.executionId(),
                    said.turn().role().word(),
                    said.turn().text(),
                    said.turn().source().word(),
                    said.turn().at());
        }
    }

    record StateView(UUID sessionId, UUID executionId, String state, Instant at) {}

    record OutputView(UUID sessionId, UUID executionId, int step, String text) {}

    record AskedView(UUID sessionId, UUID executionId, QuestionView question) {}

    record ClosedView(UUID sessionId, UUID executionId, UUID questionId) {}
}
