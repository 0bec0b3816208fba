package dev.readback.settings;

import dev.readback.settings.NotifySettings.QuietHours;
import dev.readback.settings.NotifySettings.Webhook;
import dev.readback.settings.NotifySettings.WhatsAppCloud;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Reads how the person is to be told of things when away. */
final class NotifyReader {

    private final SettingsReader values;

    NotifyReader(SettingsReader values) {
        this.values = values;
    }

    NotifySettings read() {
        return new NotifySettings(
                phone(),
                values.text("NOTIFY_CHANNEL").orElse(NotifySettings.NONE.channel()),
                cloud(),
                webhook(),
                values.flag("NOTIFY_ON_QUESTION", NotifySettings.NONE.onQuestion()),
                values.flag("NOTIFY_ON_COMPLETE", NotifySettings.NONE.onComplete()),
                quiet());
    }

    private Optional<String> phone() {
        return values.text("WHATSAPP_PHONE").map(value -> {
            String bare = value.replaceAll("[ ()./-]", "");
            if (!bare.matches("\\+[1-9]\\d{5,14}")) {
                throw SettingFailure.wrongSecret(
                        "WHATSAPP_PHONE", "a number with its country code, such as +15555550123");
            }
            return bare;
        });
    }

    private Optional<WhatsAppCloud> cloud() {
        Optional<String> token = values.secret("WHATSAPP_TOKEN");
        Optional<String> phoneId = values.text("WHATSAPP_PHONE_ID");
        if (token.isEmpty() && phoneId.isEmpty()) {
            return Optional.empty();
        }
        requireAll("WHATSAPP_TOKEN", List.of("WHATSAPP_TOKEN", "WHATSAPP_PHONE_ID", "WHATSAPP_PHONE"));
        return Optional.of(new WhatsAppCloud(
                token.orElseThrow(),
                phoneId.orElseThrow(),
                values.text("WHATSAPP_TEMPLATE"),
                values.secret("WHATSAPP_APP_SECRET"),
                values.secret("WHATSAPP_VERIFY_TOKEN")));
    }

    private void requireAll(String because, List<String> names) {
        for (String name : names) {
            if (values.text(name).isEmpty()) {
                throw SettingFailure.missing(name, because);
            }
        }
    }

    private Optional<Webhook> webhook() {
        return values.text("NOTIFY_WEBHOOK_URL")
                .map(address -> new Webhook(address(address), kind(), values.secret("NOTIFY_WEBHOOK_TOKEN")));
    }

    private static URI address(String given) {
        try {
            URI uri = new URI(given);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw SettingFailure.wrongSecret("NOTIFY_WEBHOOK_URL", "an address that begins with https:// or http://");
    }

    private Webhook.Kind kind() {
        return values.text("NOTIFY_WEBHOOK_KIND")
                .map(value -> switch (value) {
                    case "ntfy" -> Webhook.Kind.NTFY;
                    case "slack" -> Webhook.Kind.SLACK;
                    case "json" -> Webhook.Kind.JSON;
                    default -> throw SettingFailure.wrong("NOTIFY_WEBHOOK_KIND", value, "ntfy, slack or json");
                })
                .orElse(Webhook.Kind.JSON);
    }

    private Optional<QuietHours> quiet() {
        return values.text("NOTIFY_QUIET_HOURS").map(value -> {
            List<String> ends = List.of(value.split("-", 2));
            try {
                if (ends.size() == 2
                        && !ends.getFirst().strip().equals(ends.getLast().strip())) {
                    return new QuietHours(
                            LocalTime.parse(ends.getFirst().strip()),
                            LocalTime.parse(ends.getLast().strip()));
                }
            } catch (DateTimeParseException e) {
                // Said below.
            }
            throw SettingFailure.wrong("NOTIFY_QUIET_HOURS", value, "two times of day, such as 22:00-07:00");
        });
    }
}
