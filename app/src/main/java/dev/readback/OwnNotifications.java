package dev.readback;

import dev.readback.execution.EventLog;
import dev.readback.execution.Executions;
import dev.readback.notify.BrowserPush;
import dev.readback.notify.Channel;
import dev.readback.notify.Links;
import dev.readback.notify.Notifications;
import dev.readback.notify.Notifier;
import dev.readback.notify.NotifierParts;
import dev.readback.notify.Outbox;
import dev.readback.notify.Outgoing;
import dev.readback.notify.Presence;
import dev.readback.notify.PushKeys;
import dev.readback.notify.Replies;
import dev.readback.notify.WebhookChannel;
import dev.readback.notify.WhatsAppCloudChannel;
import dev.readback.notify.WhatsAppHook;
import dev.readback.notify.Wishes;
import dev.readback.settings.NotifySettings;
import dev.readback.settings.NotifySettings.WhatsAppCloud;
import dev.readback.settings.Settings;
import dev.readback.store.Database;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Telling the owner when away: the channels that are set up, what is due by them, and what comes back. */
final class OwnNotifications implements AutoCloseable {

    private static final String PUSH_KEY = "push-key";

    /** Push services want to reach somebody when something is wrong with what we send; a name that is nobody's stands for who has no public address. */
    private static final String NOBODY = "mailto:readback@example.org";

    private final NotifySettings settings;
    private final Database database;
    private final Executions executions;
    private final Links links;
    private final InstantSource clock;
    private final Outgoing http = new Outgoing();
    private final List<Channel> channels = new ArrayList<>();
    private final BrowserPush push;
    private final Notifier notifier;
    private final Notifications notifications;

    private OwnNotifications(
            Settings settings, Home home, Database database, Executions executions, Links links, InstantSource clock) {
        this.settings = settings.notifications();
        this.database = database;
        this.executions = executions;
        this.links = links;
        this.clock = clock;
        this.push = new BrowserPush(database.subscriptions(), () -> pushKey(home), contact(settings), http);
        this.notifier = new Notifier(new NotifierParts(
                database.outbox(), executions, this::channels, links, wishes(), clock, new SecureRandom()));
        this.settings
                .webhook()
                .ifPresent(hook -> channels.add(new WebhookChannel(
                        hook.address(), WebhookChannel.Kind.valueOf(hook.kind().name()), hook.token(), http)));
        Optional<WhatsAppHook> hook = this.settings.cloud().flatMap(this::whatsApp);
        this.notifications = new Notifications(notifier::standing, hook, push);
    }

    /** Sends nothing yet: see {@link #start}. */
    static OwnNotifications open(
            Settings settings, Home home, Database database, Executions executions, Links links, InstantSource clock) {
        return new OwnNotifications(settings, home, database, executions, links, clock);
    }

    /** One more channel, such as a Gateway's; before {@link #start}. */
    void add(Channel channel) {
        channels.add(channel);
    }

    void start(Presence presence, EventLog events) {
        notifier.start(presence, events);
    }

    Notifications notifications() {
        return notifications;
    }

    private List<Channel> channels() {
        List<Channel> all = new ArrayList<>(channels);
        all.addAll(push.channels());
        return all;
    }

    private Wishes wishes() {
        return new Wishes(
                settings.onQuestion(),
                settings.onComplete(),
                settings.quiet().map(hours -> new Wishes.Quiet(hours.from(), hours.until())),
                ZoneId.systemDefault());
    }

    /** @return where WhatsApp calls us, when it can be told from a stranger */
    private Optional<WhatsAppHook> whatsApp(WhatsAppCloud cloud) {
        Outbox outbox = database.outbox();
        String phone = settings.phone().orElseThrow();
        WhatsAppCloudChannel channel = new WhatsAppCloudChannel(
                new WhatsAppCloudChannel.Account(
                        WhatsAppCloudChannel.GRAPH,
                        cloud.token(),
                        cloud.phoneId(),
                        phone,
                        cloud.template(),
                        cloud.appSecret().isPresent()),
                http,
                () -> outbox.lastHeard(WhatsAppCloudChannel.NAME),
                clock);
        channels.add(channel);
        Replies replies = new Replies(
                phone,
                outbox,
                executions,
                links,
                name -> Optional.<Channel>of(channel).filter(it -> name.equals(it.name())),
                clock);
        return cloud.appSecret()
                .map(secret -> new WhatsAppHook(
                        secret,
                        cloud.verifyToken(),
                        cloud.phoneId(),
                        replies::received,
                        failed -> notArrived(channel, failed)));
    }

    private void notArrived(WhatsAppCloudChannel channel, WhatsAppHook.Failed failed) {
        if (channel.worthAnotherTry(failed.code())) {
            channel.notWrittenLately();
            database.outbox().again(channel.name(), failed.ref(), clock.instant());
            notifier.wake();
        } else {
            String why = WhatsAppCloudChannel.sentence(failed.code());
            database.outbox().lost(channel.name(), failed.ref(), why, clock.instant());
        }
    }

    private static String contact(Settings settings) {
        return settings.publicUrl()
                .filter(url -> "https".equals(url.getScheme()))
                .map(URI::toString)
                .orElse(NOBODY);
    }

    private static String pushKey(Home home) {
        return home.read(PUSH_KEY).orElseGet(() -> {
            String made = PushKeys.make();
            home.write(PUSH_KEY, made);
            return made;
        });
    }

    @Override
    public void close() {
        notifier.close();
        http.close();
    }
}
