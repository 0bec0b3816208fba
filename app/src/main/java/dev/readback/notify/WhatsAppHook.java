package dev.readback.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where WhatsApp's Cloud API calls us (Graph API, webhooks of the WhatsApp Business Account, field {@code messages}). A call counts only with a signature
 * made with the app's secret over its very bytes. Thread-safe.
 */
public final class WhatsAppHook {

    private static final Logger LOG = LoggerFactory.getLogger(WhatsAppHook.class);
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    private final SecretKeySpec secret;
    private final Optional<String> verifyToken;
    private final String phoneId;
    private final Consumer<Incoming> received;
    private final Consumer<Failed> failed;

    /**
     * A message of ours that did not arrive after all.
     *
     * @param ref what WhatsApp calls it
     * @param code WhatsApp's error
     */
    public record Failed(String ref, int code) {}

    /** @param phoneId the number that sends: what is said to others of the same account is not for us */
    public WhatsAppHook(
            String appSecret,
            Optional<String> verifyToken,
            String phoneId,
            Consumer<Incoming> received,
            Consumer<Failed> failed) {
        this.secret = new SecretKeySpec(appSecret.getBytes(UTF_8), ALGORITHM);
        this.verifyToken = verifyToken;
        this.phoneId = phoneId;
        this.received = received;
        this.failed = failed;
    }

    /** Whether somebody who registers this address knows the word for it. */
    public boolean registers(String mode, String token) {
        return mode.equals("subscribe")
                && verifyToken
                        .filter(word -> MessageDigest.isEqual(word.getBytes(UTF_8), token.getBytes(UTF_8)))
                        .isPresent();
    }

    /**
     * Takes a call: what was written, and what became of our messages.
     *
     * @param signature the header {@code X-Hub-Signature-256}
     * @return whether the signature is WhatsApp's; nothing is done where it is not
     */
    public boolean take(byte[] body, Optional<String> signature) {
        if (!signature.map(given -> signed(body, given)).orElse(false)) {
            return false;
        }
        try {
            each(JsonMapper.shared().readTree(body));
        } catch (JacksonException e) {
            LOG.warn("WhatsApp sent something that is not JSON");
        }
        return true;
    }

    private boolean signed(byte[] body, String signature) {
        byte[] given = signature.getBytes(UTF_8);
        return MessageDigest.isEqual((PREFIX + HexFormat.of().formatHex(digest(body))).getBytes(UTF_8), given);
    }

    private byte[] digest(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    private void each(JsonNode call) {
        for (JsonNode entry : call.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                JsonNode value = change.path("value");
                if (value.at("/metadata/phone_number_id").asString("").equals(phoneId)) {
                    value.path("messages").forEach(this::message);
                    value.path("statuses").forEach(this::status);
                }
            }
        }
    }

    /** Pictures, voices and thumbs are not taken: what they mean would be guessed. */
    private void message(JsonNode message) {
        String id = message.path("id").asString("");
        String text = text(message);
        if (id.isEmpty() || text.isBlank()) {
            return;
        }
        received.accept(new Incoming(
                WhatsAppCloudChannel.NAME,
                message.path("from").asString(""),
                text,
                Optional.of(message.at("/context/id").asString("")).filter(ref -> !ref.isEmpty()),
                id));
    }

    private static String text(JsonNode message) {
        return switch (message.path("type").asString("")) {
            case "text" -> message.at("/text/body").asString("");
            case "button" -> message.at("/button/text").asString("");
            default -> "";
        };
    }

    private void status(JsonNode status) {
        if (status.path("status").asString("").equals("failed")) {
            failed.accept(new Failed(
                    status.path("id").asString(""), status.at("/errors/0/code").asInt(0)));
        }
    }
}
