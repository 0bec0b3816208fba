package dev.readback.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.readback.voice.PersonaPrompts;
import dev.readback.voice.PersonaPrompts.Prompt;
import dev.readback.voice.PersonaWish;
import dev.readback.voice.Personas;
import dev.readback.voice.Personas.Place;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What a persona is told before a conversation, which voices there are, and where they are served. */
final class PersonaRoutes {
    private static final int LONGEST = 4 * 1024;

    /** What a server of personas calls a voice ends so. */
    private static final String SUFFIX = ".pt";

    private final PersonaPrompts prompts;
    private final Personas personas;

    PersonaRoutes(WebServices services) {
        this.prompts = services.prompts();
        this.personas = services.personas();
    }

    List<Route> routes() {
        return List.of(
                Route.get("/personaplex/prompt", this::prompt),
                Route.get("/personaplex/prompt/question", this::question),
                Route.get("/personaplex/voices", this::voices));
    }

    private void prompt(Context context) {
        Optional<UUID> session = Texts.queryId(context, "session_id");
        Prompt prompt = prompts.prompt(session, wish(context));
        Json.answer(context, 200, PromptView.of(prompt, session, Optional.empty()));
    }

    private void question(Context context) {
        UUID session = Texts.queryId(context, "session_id")
                .orElseThrow(() -> new BadRequest("session_id", "session_id is missing."));
        Prompt prompt = prompts.question(session, text(context, "question"), text(context, "context"), wish(context));
        Json.answer(context, 200, PromptView.of(prompt, Optional.of(session), Optional.of("question")));
    }

    private void voices(Context context) {
        Json.answer(
                context,
                200,
                new VoicesView(
                        prompts.voices(),
                        prompts.usualVoice(),
                        personas.places().stream().map(PlaceView::of).toList()));
    }

    private static PersonaWish wish(Context context) {
        return new PersonaWish(
                text(context, "voice"),
                text(context, "role"),
                text(context, "form").map(PersonaRoutes::form));
    }

    private static PersonaWish.Form form(String word) {
        return switch (word) {
            case "casual" -> PersonaWish.Form.CASUAL;
            case "service" -> PersonaWish.Form.SERVICE;
            default -> throw new BadRequest("form", "form must be casual or service.");
        };
    }

    private static Optional<String> text(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name))
                .filter(text -> !text.isBlank())
                .map(text -> Texts.checked(name, text, LONGEST));
    }

    /** @param voicePrompt as a server takes it */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PromptView(String textPrompt, String voicePrompt, Optional<UUID> sessionId, Optional<String> mode) {
        static PromptView of(Prompt prompt, Optional<UUID> session, Optional<String> mode) {
            return new PromptView(prompt.text(), prompt.voice() + SUFFIX, session, mode);
        }
    }

    record VoicesView(List<PersonaPrompts.Category> categories, String chosen, List<PlaceView> places) {}

    record PlaceView(String name, String state, String say) {
        static PlaceView of(Place place) {
            return new PlaceView(place.name(), place.state().name().toLowerCase(Locale.ROOT), place.say());
        }
    }
}
