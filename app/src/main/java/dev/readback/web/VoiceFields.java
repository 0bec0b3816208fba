package dev.readback.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one message of a voice connection; one of the wrong type is named in the complaint, an unknown one is ignored.
 *
 * @param object a JSON object
 */
record VoiceFields(JsonNode object) {

    /** @throws BadRequest for what is no JSON object */
    static VoiceFields of(String text) {
        JsonNode read = Json.read("message", text.getBytes(UTF_8));
        if (!read.isObject()) {
            throw new BadRequest("message", "A message must be a JSON object.");
        }
        return new VoiceFields(read);
    }

    Optional<String> text(String name) {
        return field(name).map(node -> {
            require(node.isString(), name, "text");
            return node.stringValue();
        });
    }

    /** Words of a person, which must not be blank. */
    String words(String name, int mostBytes) {
        String words = text(name).orElseThrow(() -> missing(name));
        if (words.isBlank()) {
            throw new BadRequest(name, name + " is blank.");
        }
        return Texts.checked(name, words, mostBytes);
    }

    Optional<VoiceFields> object(String name) {
        return field(name).map(node -> {
            require(node.isObject(), name, "an object");
            return new VoiceFields(node);
        });
    }

    UUID id(String name) {
        return Texts.id(name, text(name).orElseThrow(() -> missing(name)));
    }

    Optional<Long> optionalNumber(String name) {
        return field(name).map(node -> {
            require(node.isIntegralNumber() && node.canConvertToLong(), name, "a whole number");
            return node.longValue();
        });
    }

    long number(String name) {
        return optionalNumber(name).orElseThrow(() -> missing(name));
    }

    Optional<Double> decimal(String name) {
        return field(name).map(node -> {
            require(node.isNumber(), name, "a number");
            return node.doubleValue();
        });
    }

    Optional<Boolean> flag(String name) {
        return field(name).map(node -> {
            require(node.isBoolean(), name, "true or false");
            return node.booleanValue();
        });
    }

    boolean requiredFlag(String name) {
        return flag(name).orElseThrow(() -> missing(name));
    }

    private Optional<JsonNode> field(String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    private static void require(boolean right, String name, String wanted) {
        if (!right) {
            throw new BadRequest(name, name + " must be " + wanted + ".");
        }
    }

    private static BadRequest missing(String name) {
        return new BadRequest(name, name + " is missing.");
    }
}
