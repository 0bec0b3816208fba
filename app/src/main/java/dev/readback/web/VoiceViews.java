package dev.readback.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.readback.voice.Latency;
import dev.readback.voice.Standing;
import dev.readback.voice.Telling;
import dev.readback.web.Views.QuestionView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What we tell a person's device, as the JSON of {@code docs/voice.md}. */
final class VoiceViews {
    private VoiceViews() {}

    static String of(Telling telling) {
        return Json.text(view(telling));
    }

    private static Object view(Telling telling) {
        return switch (telling) {
            case Telling.Ready ready -> ReadyView.of(ready);
            case Telling.StateIs(var state, String say) -> new StateView("state", VoiceText.word(state), say);
            case Telling.WasHeard(String text, boolean isFinal, var doubtful) ->
                new HeardView("heard", text, isFinal, doubtful);
            case Telling.Moved(UUID session, UUID execution, String state) ->
                new ExecutionView("execution", session, execution, state);
            case Telling.Open(var question) -> new OpenView("question", question.map(QuestionView::of));
            case Telling.Say(long turn, String text, int rate) -> new SayView("say", turn, text, rate);
            case Telling.SaidAll(long turn) -> new TurnView("said", turn);
            case Telling.Hold(long turn) -> new TurnView("hold", turn);
            case Telling.GoOn(long turn) -> new TurnView("go_on", turn);
            case Telling.Hush(long turn) -> new TurnView("hush", turn);
            case Telling.Took(Latency latency) -> TookView.of(latency);
            case Telling.Fallback(String lost, String serves, String say) ->
                new FallbackView("fallback", lost, serves, say);
            case Telling.PersonaIs persona -> PersonaView.of(persona);
            case Telling.PersonaSays(String text, boolean whole) -> new PersonaSaysView("persona_says", text, whole);
            case Telling.Trouble(String code, String say) -> new ErrorView("error", code, say);
        };
    }

    record ReadyView(
            String type,
            Optional<UUID> sessionId,
            PartView ear,
            PartView mouth,
            List<Standing.Voice> voices,
            int seats,
            int taken,
            String speaker) {
        static ReadyView of(Telling.Ready ready) {
            Standing standing = ready.standing();
            return new ReadyView(
                    "ready",
                    ready.sessionId(),
                    PartView.of(standing.ear()),
                    PartView.of(standing.mouth()),
                    standing.voices(),
                    standing.seats(),
                    standing.taken(),
                    VoiceText.word(ready.speaker()));
        }
    }

    /** @param name what serves; null while nothing does */
    record PartView(String state, Optional<String> name, String say, long done, long total) {
        static PartView of(Standing.Part part) {
            return switch (part) {
                case Standing.Part.Ready(String name, String say) ->
                    new PartView("ready", Optional.of(name), say, 0, 0);
                case Standing.Part.Preparing(String say, long done, long total) ->
                    new PartView("preparing", Optional.empty(), say, done, total);
                case Standing.Part.Dormant(String say) -> new PartView("dormant", Optional.empty(), say, 0, 0);
                case Standing.Part.Absent(String say) -> new PartView("absent", Optional.empty(), say, 0, 0);
            };
        }
    }

    record StateView(String type, String state, String say) {}

    /** @param isFinal on the wire {@code final}, which is no name in Java */
    record HeardView(
            String type, String text, @JsonProperty("final") boolean isFinal, List<String> doubtful) {}

    record ExecutionView(String type, UUID sessionId, UUID executionId, String state) {}

    record OpenView(String type, Optional<QuestionView> question) {}

    record SayView(String type, long turnId, String text, int rate) {}

    record TurnView(String type, long turnId) {}

    record TookView(
            String type, UUID sessionId, Optional<UUID> executionId, Instant speechEnded, List<StageView> stages) {
        static TookView of(Latency latency) {
            return new TookView(
                    "latency",
                    latency.sessionId(),
                    latency.executionId(),
                    latency.speechEnded(),
                    latency.stages().stream().map(StageView::of).toList());
        }
    }

    record StageView(String stage, long afterMs) {
        static StageView of(Latency.Reached reached) {
            return new StageView(VoiceText.word(reached.stage()), reached.afterMs());
        }
    }

    record FallbackView(String type, String lost, String serves, String say) {}

    /** @param voice null while none was chosen */
    record PersonaView(String type, String state, String say, int place, long expectedMs, Optional<String> voice) {
        static PersonaView of(Telling.PersonaIs persona) {
            return new PersonaView(
                    "persona",
                    VoiceText.word(persona.state()),
                    persona.say(),
                    persona.place(),
                    persona.expectedMs(),
                    Optional.of(persona.voice()).filter(voice -> !voice.isEmpty()));
        }
    }

    record PersonaSaysView(String type, String text, boolean whole) {}

    record ErrorView(String type, String code, String say) {}
}
