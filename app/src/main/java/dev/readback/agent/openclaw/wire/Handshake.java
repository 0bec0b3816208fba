package dev.readback.agent.openclaw.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What is said to be let in: the first request, {@code connect}, answering the Gateway's challenge. */
final class Handshake {

    private static final String CLIENT = "gateway-client";
    private static final String MODE = "backend";
    private static final String ROLE = "operator";
    private static final List<String> SCOPES =
            List.of("operator.read", "operator.write", "operator.admin", "operator.approvals", "operator.questions");
    private static final List<String> NEEDED = List.of("operator.read", "operator.write");

    private final Access access;
    private final Troubles troubles;

    Handshake(Access access, Troubles troubles) {
        this.access = access;
        this.troubles = troubles;
    }

    /** The parameters of {@code connect}. */
    Map<String, Object> params(JsonNode challenge, Optional<String> deviceToken) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("minProtocol", 3);
        params.put("maxProtocol", 4);
        params.put(
                "client",
                Map.of("id", CLIENT, "displayName", "Readback", "version", "1", "platform", "linux", "mode", MODE));
        params.put("role", ROLE);
        params.put("scopes", SCOPES);
        params.put("caps", List.of("tool-events", "approvals", "exec-approvals"));
        deviceToken.ifPresentOrElse(
                token -> params.put("auth", Map.of("deviceToken", token)),
                () -> access.token().ifPresent(token -> params.put("auth", Map.of("token", token))));
        if (!access.address().loopback()) {
            params.put("device", device(challenge, deviceToken.or(access::token).orElse("")));
        }
        return params;
    }

    /** @throws GatewayTrouble when we are not let in, or without any right */
    Greeting greeting(Frame.Answer answer) {
        if (!answer.ok()) {
            throw troubles.atTheDoor(answer.error());
        }
        Greeting greeting = Greeting.of(answer.payload());
        Hello hello = greeting.hello();
        if (hello.protocol() < 3 || hello.protocol() > 4) {
            throw troubles.foreign("speaks another version of the protocol than 3 or 4");
        }
        boolean unnamed = hello.clawdbot() && hello.scopes().isEmpty();
        NEEDED.stream()
                .filter(scope -> !unnamed && !hello.scopes().contains(scope))
                .findFirst()
                .ifPresent(scope -> {
                    throw troubles.withoutRights(scope);
                });
        return greeting;
    }

    /** Signed as version 2, which both Gateways take. */
    private Map<String, Object> device(JsonNode challenge, String token) {
        DeviceIdentity device = access.device();
        String nonce = challenge.path("nonce").asString("");
        long signedAt = challenge.path("ts").asLong(0);
        String signed = String.join(
                "|",
                List.of(
                        "v2",
                        device.id(),
                        CLIENT,
                        MODE,
                        ROLE,
                        String.join(",", SCOPES),
                        Long.toString(signedAt),
                        token,
                        nonce));
        return Map.of(
                "id", device.id(),
                "publicKey", device.publicKey(),
                "signature", device.sign(signed),
                "signedAt", signedAt,
                "nonce", nonce);
    }
}
