package dev.readback.settings;

import java.net.URI;
import java.time.LocalTime;
import java.util.Optional;

/**
 * How the person is told of things when away from the page. Its text never shows a secret.
 *
 * @param phone {@code WHATSAPP_PHONE}: where messages go, such as {@code +15555550123}; an address, never an identity
 * @param channel {@code NOTIFY_CHANNEL}: which of a Gateway's channels sends them; {@code whatsapp} by default
 * @param cloud WhatsApp's own Cloud API, without a Gateway
 * @param webhook an address that is told
 * @param onQuestion {@code NOTIFY_ON_QUESTION}
 * @param onComplete {@code NOTIFY_ON_COMPLETE}
 * @param quiet when nobody is to be disturbed by what can wait
 */
public record NotifySettings(
        Optional<String> phone,
        String channel,
        Optional<WhatsAppCloud> cloud,
        Optional<Webhook> webhook,
        boolean onQuestion,
        boolean onComplete,
        Optional<QuietHours> quiet) {

    /** Nothing is set up: only browsers that asked for it are told. */
    public static final NotifySettings NONE = new NotifySettings(
            Optional.empty(), "whatsapp", Optional.empty(), Optional.empty(), true, true, Optional.empty());

    @Override
    public String toString() {
        return "NotifySettings[channel=" + channel + ", onQuestion=" + onQuestion + ", onComplete=" + onComplete + "]";
    }

    /**
     * WhatsApp's Cloud API.
     *
     * @param token {@code WHATSAPP_TOKEN}
     * @param phoneId {@code WHATSAPP_PHONE_ID}: the id of the number that sends
     * @param template {@code WHATSAPP_TEMPLATE}: the approved template used when the person has not written for 24 hours, as {@code name} or
     *     {@code name:language}
     * @param appSecret {@code WHATSAPP_APP_SECRET}: what incoming calls are signed with; replies are not taken without it
     * @param verifyToken {@code WHATSAPP_VERIFY_TOKEN}: what WhatsApp shows once when the callback is registered
     */
    public record WhatsAppCloud(
            String token,
            String phoneId,
            Optional<String> template,
            Optional<String> appSecret,
            Optional<String> verifyToken) {
        @Override
        public String toString() {
            return "WhatsAppCloud[" + phoneId + "]";
        }
    }

    /**
     * An address that is told by HTTP.
     *
     * @param address {@code NOTIFY_WEBHOOK_URL}; may itself be a secret
     * @param kind {@code NOTIFY_WEBHOOK_KIND}
     * @param token {@code NOTIFY_WEBHOOK_TOKEN}: sent as a bearer token
     */
    public record Webhook(URI address, Kind kind, Optional<String> token) {

        /** What the address understands. */
        public enum Kind {
            NTFY,
            SLACK,
            JSON
        }

        @Override
        public String toString() {
            return "Webhook[" + kind + " at " + address.getHost() + "]";
        }
    }

    /**
     * {@code NOTIFY_QUIET_HOURS}, such as {@code 22:00-07:00}, by the clock of this machine.
     *
     * @param from the first quiet minute
     * @param until the first that is not; before {@code from} where the night lies between
     */
    public record QuietHours(LocalTime from, LocalTime until) {}
}
