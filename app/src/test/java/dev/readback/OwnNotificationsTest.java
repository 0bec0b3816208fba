package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.execution.ListedEvents;
import dev.readback.execution.ScriptedExecutions;
import dev.readback.notify.ChannelStanding;
import dev.readback.settings.NotifySettings;
import dev.readback.settings.NotifySettings.Webhook;
import dev.readback.settings.NotifySettings.WhatsAppCloud;
import dev.readback.settings.Settings;
import dev.readback.store.Database;
import dev.readback.store.StoreSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnNotificationsTest {

    @TempDir
    Path folder;

    private OwnNotifications open(Database database, NotifySettings wanted) {
        Settings plain = Settings.in(folder);
        Settings settings = new Settings(
                plain.home(),
                plain.workspace(),
                plain.models(),
                plain.host(),
                plain.port(),
                plain.token(),
                plain.database(),
                plain.publicUrl(),
                plain.tls(),
                plain.questionTimeout(),
                plain.commandTimeout(),
                plain.anthropic(),
                plain.openAi(),
                plain.gateway(),
                plain.agent(),
                wanted,
                plain.personas(),
                plain.owner(),
                plain.hfToken());
        return OwnNotifications.open(
                settings,
                Home.open(folder),
                database,
                new ScriptedExecutions(new ListedEvents()),
                notice -> URI.create("https://readback.example.org/"),
                InstantSource.system());
    }

    private static NotifySettings cloud(Optional<String> appSecret) {
        return new NotifySettings(
                Optional.of("+15555550123"),
                "whatsapp",
                Optional.of(new WhatsAppCloud("token", "1234", Optional.empty(), appSecret, Optional.of("word"))),
                Optional.of(new Webhook(URI.create("http://127.0.0.1:1/x"), Webhook.Kind.NTFY, Optional.empty())),
                true,
                true,
                Optional.empty());
    }

    @Test
    void with_nothing_set_up_it_starts_and_stops_and_has_no_channel() {
        try (Database database = Database.open(StoreSettings.sqlite(folder));
                OwnNotifications own = open(database, NotifySettings.NONE)) {
            own.start(session -> false, database.events());
            assertThat(own.notifications().standing().get().channels()).isEmpty();
            assertThat(own.notifications().whatsApp()).isEmpty();
        }
        assertThat(folder.resolve("push-key")).doesNotExist();
    }

    @Test
    void the_key_browsers_know_us_by_is_made_once_and_readable_by_its_owner_only() throws Exception {
        try (Database database = Database.open(StoreSettings.sqlite(folder));
                OwnNotifications first = open(database, NotifySettings.NONE);
                OwnNotifications second = open(database, NotifySettings.NONE)) {
            assertThat(first.notifications().pushes().key())
                    .isEqualTo(second.notifications().pushes().key());
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("push-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatsapp_calls_us_only_where_its_calls_can_be_told_from_a_strangers() {
        try (Database database = Database.open(StoreSettings.sqlite(folder));
                OwnNotifications deaf = open(database, cloud(Optional.empty()));
                OwnNotifications hearing = open(database, cloud(Optional.of("secret")))) {
            assertThat(deaf.notifications().whatsApp()).isEmpty();
            assertThat(hearing.notifications().whatsApp()).isPresent();
            assertThat(hearing.notifications().standing().get().channels())
                    .extracting(ChannelStanding::name)
                    .containsExactly("webhook", "whatsapp-cloud");
        }
    }
}
