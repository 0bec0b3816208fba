package dev.readback.agent.openclaw.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.openclaw.wire.GatewayTrouble.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TroublesTest {

    private final Troubles troubles = new Troubles("box:18789", text -> text.replace("s3cret", "…"));

    @ParameterizedTest
    @CsvSource({
        "INVALID_REQUEST, AUTH_TOKEN_MISMATCH, unauthorized, TOKEN",
        "INVALID_REQUEST, AUTH_DEVICE_TOKEN_MISMATCH, unauthorized, TOKEN",
        "INVALID_REQUEST, AUTH_RATE_LIMITED, too many, TOKEN",
        "NOT_PAIRED, DEVICE_IDENTITY_REQUIRED, device identity required, TOKEN",
        "NOT_PAIRED, PAIRING_REQUIRED, pairing required, PAIRING",
        "INVALID_REQUEST, AUTH_SCOPE_MISMATCH, scope, SCOPE",
        "PROTOCOL_MISMATCH, PROTOCOL_MISMATCH, protocol mismatch, FOREIGN",
        "INVALID_REQUEST, CONTROL_UI_ORIGIN_NOT_ALLOWED, origin not allowed, FOREIGN",
        "INVALID_REQUEST, '', unauthorized: gateway token mismatch, TOKEN",
        "NOT_PAIRED, '', pairing required, PAIRING",
        "INVALID_REQUEST, '', device signature invalid, FOREIGN",
        "UNAVAILABLE, '', starting, UNAVAILABLE"
    })
    void every_refusal_at_the_door_has_its_kind_and_names_the_gateway(
            String code, String detail, String message, Kind kind) {
        GatewayTrouble trouble =
                troubles.atTheDoor(json(Map.of("code", code, "message", message, "details", Map.of("code", detail))));
        assertThat(trouble.kind()).isEqualTo(kind);
        assertThat(trouble.say()).contains("box:18789");
    }

    @ParameterizedTest
    @CsvSource({
        "FORBIDDEN, missing scope: operator.admin, SCOPE",
        "INVALID_REQUEST, missing scope: operator.admin, SCOPE",
        "FORBIDDEN, not yours, SCOPE",
        "UNAVAILABLE, talk provider not configured, UNAVAILABLE",
        "INVALID_REQUEST, unknown method: foo, REFUSED",
        "SOMETHING_NEW, hm, REFUSED"
    })
    void every_refusal_of_a_call_has_its_kind(String code, String message, Kind kind) {
        assertThat(troubles.refusal("cron.add", json(Map.of("code", code, "message", message)))
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void what_a_gateway_says_is_one_line_without_secrets_or_control_characters() {
        String said = "a\u001b[31m\n\u202eb s3cret " + "x".repeat(5_000);
        assertThat(troubles.refusal("health", json(Map.of("code", "X", "message", said)))
                        .say())
                .hasSizeLessThan(350)
                .doesNotContain("\n", "\u001b", "\u202e", "s3cret");
    }

    @Test
    void nothing_said_is_said() {
        assertThat(troubles.refusal("health", json(Map.of())).say())
                .isEqualTo("The Gateway at box:18789 refused health: it did not say why.");
    }

    private static JsonNode json(Object value) {
        return JsonMapper.shared().valueToTree(value);
    }
}
