package dev.readback.web;

import dev.readback.voice.PersonaWish;
import dev.readback.voice.Told;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person's device tells us, out of the JSON of {@code docs/voice.md}. */
final class VoiceText {
    private static final int USUAL_RATE = 16_000;
    private static final int LOWEST_RATE = 8_000;
    private static final int HIGHEST_RATE = 48_000;
    private static final int LONGEST_TEXT = 16 * 1024;
    private static final int LONGEST_SAMPLE = 200;

    /** In bytes; a prompt has 1,000 characters in all. */
    private static final int LONGEST_ROLE = 600;

    private VoiceText() {}

    /**
     * Reads one message.
     *
     * @throws BadRequest where it is none of ours
     */
    static Told told(String text) {
        VoiceFields fields = VoiceFields.of(text);
        String type = fields.text("type").orElseThrow(() -> new BadRequest("type", "type is missing."));
        return switch (type) {
            case "hello" -> hello(fields);
            case "manner" -> new Told.Changed(manner(fields));
            case "text" -> new Told.Typed(fields.words("text", LONGEST_TEXT));
            case "answer" -> new Told.Answered(fields.id("question_id"), fields.words("text", LONGEST_TEXT));
            case "barge_in" -> new Told.BargeIn();
            case "playing" -> new Told.Playing(fields.number("turn_id"));
            case "played" ->
                new Told.Played(
                        fields.number("turn_id"),
                        Math.max(0, fields.number("ms")),
                        fields.flag("to_the_end").orElse(false));
            case "mute" -> new Told.Muted(fields.requiredFlag("muted"));
            case "press" -> new Told.Pressed(fields.requiredFlag("down"));
            case "shown" -> new Told.Shown(fields.id("question_id"));
            case "sample" -> new Told.Sample(fields.words("text", LONGEST_SAMPLE));
            default -> throw new BadRequest("type", "There is no message of this type.");
        };
    }

    private static Told.Hello hello(VoiceFields fields) {
        Told.Codec codec = fields.text("codec")
                .map(word -> oneOf("codec", Told.Codec.values(), word))
                .orElse(Told.Codec.PCM16);
        long rate = fields.optionalNumber("rate").orElse((long) USUAL_RATE);
        if (rate < LOWEST_RATE || rate > HIGHEST_RATE) {
            throw new BadRequest("rate", "rate must be from " + LOWEST_RATE + " to " + HIGHEST_RATE + ".");
        }
        Optional<Told.Codec> plays = fields.text("plays").map(word -> oneOf("plays", Told.Codec.values(), word));
        return new Told.Hello(codec, (int) rate, fields.optionalNumber("heard_up_to"), manner(fields), plays);
    }

    private static Told.Manner manner(VoiceFields fields) {
        Told.Speaker speaker = fields.text("speaker")
                .map(word -> oneOf("speaker", Told.Speaker.values(), word))
                .orElse(Told.Speaker.SERVER);
        double pace = fields.decimal("pace").orElse(1.0);
        if (!(pace >= 0.5 && pace <= 2)) {
            throw new BadRequest("pace", "pace must be from 0.5 to 2.");
        }
        Optional<String> voice = fields.text("voice").filter(name -> !name.isBlank());
        boolean handsFree = fields.flag("hands_free").orElse(true);
        return new Told.Manner(
                speaker, voice, pace, handsFree, fields.object("persona").map(VoiceText::wish));
    }

    private static PersonaWish wish(VoiceFields persona) {
        return new PersonaWish(
                persona.text("voice").filter(name -> !name.isBlank()),
                persona.text("role")
                        .filter(role -> !role.isBlank())
                        .map(role -> Texts.checked("role", role, LONGEST_ROLE)),
                persona.text("form").map(word -> oneOf("form", PersonaWish.Form.values(), word)));
    }

    private static <E extends Enum<E>> E oneOf(String name, E[] all, String word) {
        return Arrays.stream(all)
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRequest(
                        name,
                        name + " must be one of "
                                + Arrays.stream(all).map(VoiceText::word).collect(Collectors.joining(", ")) + "."));
    }

    /** A constant as it stands on the wire. */
    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
