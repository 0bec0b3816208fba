package dev.readback.agent.openclaw.wire;

import dev.readback.agent.openclaw.wire.GatewayTrouble.Kind;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import tools.jackson.databind.JsonNode;

/**
 * Everything that can go wrong with one Gateway, as one sentence each.
 *
 * @param name its host and port
 * @param clean takes secrets out of what the Gateway says
 */
record Troubles(String name, UnaryOperator<String> clean) {

    private static final Pattern MISSING_SCOPE = Pattern.compile("missing scope:\\s*([a-z][a-z.]{0,60})");
    private static final Pattern HARMLESS_ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,63}");

    GatewayTrouble unreachable(Throwable failed) {
        return switch (failed) {
            case WebSocketHandshakeException answered ->
                answeredInHttp(answered.getResponse().statusCode());
            case SSLException tls -> foreign("does not speak TLS, or shows a certificate that is not known here");
            case ProtocolException other -> foreign("does not speak WebSocket");
            case UnresolvedAddressException unknown -> unreachable("its name is not known");
            case HttpTimeoutException late -> unreachable("it does not answer");
            case TimeoutException late -> unreachable("it does not answer");
            case ConnectException refused
            when refused.getCause() instanceof UnresolvedAddressException -> unreachable("its name is not known");
            case ConnectException refused -> unreachable("nothing listens there");
            default -> unreachable("the network does not lead there");
        };
    }

    GatewayTrouble unreachable(String why) {
        return new GatewayTrouble(Kind.UNREACHABLE, "The Gateway at " + name + " cannot be reached: " + why + ".");
    }

    /** There is no connection for this call. */
    GatewayTrouble notConnected() {
        return unreachable("there is no connection at the moment");
    }

    GatewayTrouble broken(String why) {
        return new GatewayTrouble(
                Kind.BROKEN, "The connection to the Gateway at " + name + " broke: " + told(why) + ".");
    }

    GatewayTrouble closed(int code, String reason) {
        return broken(
                code == 1012
                        ? "it is being restarted"
                        : reason.isBlank() ? "it was closed with code " + code : told(reason));
    }

    GatewayTrouble slow(String method) {
        return new GatewayTrouble(Kind.SLOW, "The Gateway at " + name + " did not answer " + method + " in time.");
    }

    GatewayTrouble resting() {
        return new GatewayTrouble(
                Kind.RESTING, "The Gateway at " + name + " is left alone for a moment: too much went wrong there.");
    }

    GatewayTrouble tooLarge(long size, long largest) {
        return new GatewayTrouble(
                Kind.REFUSED,
                "That is too much for the Gateway at " + name + ": " + size / 1024 + " KiB, and it takes "
                        + largest / 1024 + " KiB.");
    }

    /** What its refusal of a call means. */
    GatewayTrouble refusal(String method, JsonNode error) {
        String message = error.path("message").asString("");
        Matcher scope = MISSING_SCOPE.matcher(message);
        if (scope.find()) {
            return new GatewayTrouble(
                    Kind.SCOPE, "The Gateway at " + name + " does not let us do that: we lack " + scope.group(1) + ".");
        }
        if (error.path("code").asString("").equals("FORBIDDEN")) {
            return new GatewayTrouble(
                    Kind.SCOPE, "The Gateway at " + name + " does not let us do that: " + told(message) + ".");
        }
        return unavailable(error)
                ? new GatewayTrouble(
                        Kind.UNAVAILABLE,
                        "The Gateway at " + name + " cannot do that now: " + told(message) + ".",
                        retryAfter(error))
                : new GatewayTrouble(
                        Kind.REFUSED, "The Gateway at " + name + " refused " + method + ": " + told(message) + ".");
    }

    /** What its refusal to let us in means. Clawdbot says it in words only. */
    GatewayTrouble atTheDoor(JsonNode error) {
        JsonNode details = error.path("details");
        String code = error.path("code").asString("");
        String message = error.path("message").asString("");
        return switch (details.path("code").asString("")) {
            case "PAIRING_REQUIRED" -> pairing(details.path("requestId").asString(""));
            case "AUTH_SCOPE_MISMATCH" -> narrower();
            case "DEVICE_IDENTITY_REQUIRED" -> token();
            case "PROTOCOL_MISMATCH" -> protocol();
            case String auth when auth.startsWith("AUTH_") && auth.contains("RATE") -> lockedOut();
            case String auth when auth.startsWith("AUTH_") -> token();
            case String other when code.equals("UNAVAILABLE") -> refusal("connect", error);
            case String other when code.equals("PROTOCOL_MISMATCH") -> protocol();
            case String other -> inWords(message);
        };
    }

    /** It hung up instead of letting us in. */
    GatewayTrouble closedAtTheDoor(int code, String reason) {
        return switch (code) {
            case 1002 -> protocol();
            case 1008 -> inWords(reason);
            case 1012 -> unreachable("it is being restarted");
            default -> unreachable("it hung up");
        };
    }

    /** It let us in and gave us no right to anything. */
    GatewayTrouble withoutRights(String scope) {
        return new GatewayTrouble(
                Kind.SCOPE,
                "The Gateway at " + name + " lets us in, but without " + scope
                        + ": connect from its own machine, or have this device approved there.");
    }

    GatewayTrouble foreign(String what) {
        return new GatewayTrouble(Kind.FOREIGN, "What listens at " + name + " " + what + ": it is no Gateway we know.");
    }

    private GatewayTrouble inWords(String message) {
        String lower = message.toLowerCase(java.util.Locale.ROOT);
        if (lower.contains("pairing required")) {
            return pairing("");
        }
        if (lower.contains("too many")) {
            return lockedOut();
        }
        if (lower.contains("unauthorized") || lower.contains("token") || lower.contains("device identity")) {
            return token();
        }
        return lower.contains("protocol") ? protocol() : foreign("refused us: " + told(message));
    }

    private GatewayTrouble answeredInHttp(int status) {
        return status == 403
                ? new GatewayTrouble(
                        Kind.FOREIGN,
                        "The Gateway at " + name + " turned us away before the handshake: it must be reached directly,"
                                + " or the proxy before it be named in its gateway.trustedProxies.")
                : foreign("answers like a web page, with HTTP " + status);
    }

    private GatewayTrouble token() {
        return new GatewayTrouble(
                Kind.TOKEN,
                "The Gateway at " + name + " does not let us in; GATEWAY_TOKEN must be its gateway.auth.token.");
    }

    private GatewayTrouble lockedOut() {
        return new GatewayTrouble(
                Kind.TOKEN,
                "The Gateway at " + name + " has locked us out for some minutes after too many wrong tokens.");
    }

    private GatewayTrouble pairing(String requestId) {
        String command = HARMLESS_ID.matcher(requestId).matches()
                ? "openclaw devices approve " + requestId
                : "openclaw devices list, then openclaw devices approve with the id it shows";
        return new GatewayTrouble(
                Kind.PAIRING, "The Gateway at " + name + " wants this device approved first. Run there: " + command);
    }

    private GatewayTrouble narrower() {
        return new GatewayTrouble(
                Kind.SCOPE,
                "The Gateway at " + name + " has approved this device for less than operator.read, operator.write,"
                        + " operator.admin, operator.approvals and operator.questions: approve it there again.");
    }

    private GatewayTrouble protocol() {
        return new GatewayTrouble(
                Kind.FOREIGN, "The Gateway at " + name + " speaks another version of the protocol than 3 or 4.");
    }

    private static boolean unavailable(JsonNode error) {
        return switch (error.path("code").asString("")) {
            case "UNAVAILABLE", "AGENT_TIMEOUT", "RATE_LIMITED" -> true;
            default ->
                error.path("retryable").asBoolean(false)
                        || error.path("retryAfterMs").isNumber();
        };
    }

    /** Empty where it does not say that trying again helps. */
    private static Optional<Duration> retryAfter(JsonNode error) {
        JsonNode millis = error.path("retryAfterMs");
        if (millis.isNumber()) {
            return Optional.of(Duration.ofMillis(Math.clamp(millis.asLong(0), 0, 86_400_000)));
        }
        return error.path("retryable").asBoolean(false) ? Optional.of(Duration.ZERO) : Optional.empty();
    }

    /** What somebody else says, fit for one line of ours. */
    private String told(String message) {
        String line =
                clean.apply(message).replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        String whole = line.isEmpty() ? "it did not say why" : line;
        String fitting = whole.length() > 240 ? whole.substring(0, 240).strip() + "…" : whole;
        return fitting.replaceAll("[.!]+$", "");
    }
}
