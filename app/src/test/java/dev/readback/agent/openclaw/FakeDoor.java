package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.FakeGateway.Dialect;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Lets clients in, or not, as the two Gateways do: table 1.2 of what was measured. */
final class FakeDoor {

    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Dialect dialect;
    private final String token;
    private final Map<String, String> requests = new ConcurrentHashMap<>();
    private final Map<String, String> devices = new ConcurrentHashMap<>();
    volatile int protocol;
    volatile String requestId = UUID.randomUUID().toString();
    volatile Set<String> grants =
            Set.of("operator.read", "operator.write", "operator.admin", "operator.approvals", "operator.questions");

    /** Who got in, with what. */
    record Admission(Set<String> scopes, String deviceToken) {}

    FakeDoor(Dialect dialect, String token) {
        this.dialect = dialect;
        this.token = token;
        this.protocol = dialect == Dialect.OPENCLAW ? 4 : 3;
    }

    /** A person approves the device that asked; its token stays the same until {@link #revoke}. */
    void approve(String request) {
        devices.put(
                java.util.Objects.requireNonNull(requests.remove(request), "no such request"),
                "device-" + UUID.randomUUID());
    }

    void revoke() {
        devices.replaceAll((device, old) -> "device-" + UUID.randomUUID());
    }

    Admission admit(FakeClient client, JsonNode params) {
        if (params.path("minProtocol").asInt() > protocol
                || params.path("maxProtocol").asInt() < protocol) {
            throw refusal(
                    "PROTOCOL_MISMATCH",
                    "protocol mismatch",
                    "PROTOCOL_MISMATCH",
                    Json.of("expectedProtocol", protocol));
        }
        if (!List.of("gateway-client", "cli").contains(params.at("/client/id").asString(""))) {
            throw FakeRefusal.invalid("invalid connect params: at /client/id: must be equal to constant");
        }
        return client.remote() ? fromElsewhere(client, params) : fromHere(params);
    }

    private Admission fromHere(JsonNode params) {
        token(params);
        return new Admission(asked(params), "");
    }

    private Admission fromElsewhere(FakeClient client, JsonNode params) {
        JsonNode device = params.path("device");
        if (device.isMissingNode()) {
            token(params);
            return new Admission(Set.of(), "");
        }
        String id = device.path("id").asString("");
        String own = devices.getOrDefault(id, "");
        String given = params.at("/auth/deviceToken").asString("");
        if (!given.isEmpty() && !given.equals(own)) {
            throw refusal(
                    "INVALID_REQUEST", "unauthorized: device token mismatch", "AUTH_DEVICE_TOKEN_MISMATCH", Map.of());
        }
        if (given.isEmpty()) {
            token(params);
        }
        signed(client, params, given.isEmpty() ? token : given);
        if (own.isEmpty()) {
            requests.put(requestId, id);
            throw refusal("NOT_PAIRED", "pairing required", "PAIRING_REQUIRED", Json.of("requestId", requestId));
        }
        if (!grants.containsAll(asked(params))) {
            throw refusal("INVALID_REQUEST", "unauthorized: scope mismatch", "AUTH_SCOPE_MISMATCH", Map.of());
        }
        return new Admission(asked(params), own);
    }

    private void token(JsonNode params) {
        String given = params.at("/auth/token").asString("");
        if (given.isEmpty() && params.path("device").isMissingNode()) {
            throw refusal("NOT_PAIRED", "device identity required", "DEVICE_IDENTITY_REQUIRED", Map.of());
        }
        if (!given.equals(token)) {
            throw refusal(
                    "INVALID_REQUEST",
                    "unauthorized: gateway token mismatch (open a tokenized dashboard URL or paste token)",
                    "AUTH_TOKEN_MISMATCH",
                    Map.of());
        }
    }

    private Set<String> asked(JsonNode params) {
        Set<String> scopes = new LinkedHashSet<>();
        params.path("scopes").forEach(scope -> scopes.add(scope.asString("")));
        if (!params.path("device").isObject()) {
            scopes.retainAll(grants);
        }
        return scopes;
    }

    /** Clawdbot says nothing beyond the words. */
    private FakeRefusal refusal(String code, String message, String detail, Map<String, Object> more) {
        return dialect == Dialect.CLAWDBOT && !code.equals("NOT_PAIRED")
                ? new FakeRefusal(code, message)
                : new FakeRefusal(
                        Json.of("code", code, "message", message, "details", Json.with(more, "code", detail)));
    }

    private static void signed(FakeClient client, JsonNode params, String secret) {
        JsonNode device = params.path("device");
        StringBuilder scopes = new StringBuilder();
        params.path("scopes")
                .forEach(scope -> scopes.append(scopes.isEmpty() ? "" : ",").append(scope.asString("")));
        String text = String.join(
                "|",
                "v2",
                device.path("id").asString(""),
                params.at("/client/id").asString(""),
                params.at("/client/mode").asString(""),
                params.path("role").asString(""),
                scopes,
                device.path("signedAt").asString(""),
                secret,
                client.nonce);
        if (!device.path("nonce").asString("").equals(client.nonce) || !verified(device, text)) {
            throw new FakeRefusal(Json.of(
                    "code",
                    "INVALID_REQUEST",
                    "message",
                    "device signature invalid",
                    "details",
                    Json.of("code", "DEVICE_AUTH_SIGNATURE_INVALID")));
        }
    }

    private static boolean verified(JsonNode device, String text) {
        try {
            byte[] raw = Base64.getUrlDecoder().decode(device.path("publicKey").asString(""));
            byte[] spki = new byte[SPKI.length + raw.length];
            System.arraycopy(SPKI, 0, spki, 0, SPKI.length);
            System.arraycopy(raw, 0, spki, SPKI.length, raw.length);
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
            check.update(text.getBytes(StandardCharsets.UTF_8));
            String id = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
            return id.equals(device.path("id").asString(""))
                    && check.verify(Base64.getUrlDecoder()
                            .decode(device.path("signature").asString("")));
        } catch (GeneralSecurityException unverifiable) {
            return false;
        }
    }
}
