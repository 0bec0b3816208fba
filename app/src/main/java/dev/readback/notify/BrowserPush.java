package dev.readback.notify;

import com.zerodeplibs.webpush.PushSubscription;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.httpclient.PreparerBuilder;
import com.zerodeplibs.webpush.httpclient.StandardHttpClientRequestPreparer;
import com.zerodeplibs.webpush.key.InvalidECPublicKeyException;
import dev.readback.notify.Outgoing.Answer;
import dev.readback.notify.Outgoing.Unreachable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * The browsers that want to be told (RFC 8030, encrypted as RFC 8291 has it): each is a channel of its own, so that one which is off does not repeat another.
 * Thread-safe.
 */
public final class BrowserPush implements Pushes {

    private static final int MOST = 20;
    private static final String PREFIX = "push:";

    private final Subscriptions subscriptions;
    private final Supplier<String> keys;
    private final String contact;
    private final Predicate<URI> allowed;
    private final Outgoing http;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<VAPIDKeyPair> pair = Optional.empty();

    /**
     * @param keys what {@link PushKeys#make} made once; asked for at the first need
     * @param contact how push services reach who runs this: an https or mailto address
     */
    public BrowserPush(Subscriptions subscriptions, Supplier<String> keys, String contact, Outgoing http) {
        this(subscriptions, keys, contact, BrowserPush::isPushService, http);
    }

    BrowserPush(
            Subscriptions subscriptions, Supplier<String> keys, String contact, Predicate<URI> allowed, Outgoing http) {
        this.subscriptions = subscriptions;
        this.keys = keys;
        this.contact = contact;
        this.allowed = allowed;
        this.http = http;
    }

    @Override
    public String key() {
        return pair().extractPublicKeyInUncompressedFormAsString();
    }

    @Override
    public void add(Subscription subscription) {
        if (!allowed.test(subscription.endpoint())) {
            throw new IllegalArgumentException("endpoint is not the https address of a push service");
        }
        subscriptions.keep(subscription);
        List<Subscription> all = subscriptions.all();
        all.stream().limit(Math.max(0, all.size() - MOST)).forEach(old -> subscriptions.end(old.id()));
    }

    @Override
    public void remove(URI endpoint) {
        subscriptions.end(Subscription.id(endpoint));
    }

    /** One for each browser. */
    public List<Channel> channels() {
        return subscriptions.all().stream().<Channel>map(Browser::new).toList();
    }

    /** A name, https, no user: what the page names must not make us call what is near us. */
    private static boolean isPushService(URI endpoint) {
        String host = Optional.ofNullable(endpoint.getHost()).orElse("");
        return "https".equals(endpoint.getScheme())
                && endpoint.getRawUserInfo() == null
                && (endpoint.getPort() == -1 || endpoint.getPort() == 443)
                && host.matches("[A-Za-z0-9.-]+\\.[A-Za-z]{2,}")
                && !host.matches("(?i).*\\.(local|internal|localhost|lan|home|arpa)");
    }

    private VAPIDKeyPair pair() {
        lock.lock();
        try {
            VAPIDKeyPair read = pair.orElseGet(() -> PushKeys.read(keys.get()));
            pair = Optional.of(read);
            return read;
        } finally {
            lock.unlock();
        }
    }

    private final class Browser implements Channel {
        private final Subscription subscription;

        Browser(Subscription subscription) {
            this.subscription = subscription;
        }

        @Override
        public String name() {
            return PREFIX + subscription.id();
        }

        @Override
        public Receipt deliver(Message message) {
            try {
                return read(http.send(request(message)));
            } catch (Unreachable e) {
                return new Receipt.Later(e.say());
            } catch (InvalidECPublicKeyException | IllegalArgumentException e) {
                return new Receipt.Never("That browser gave an address or a key that is none.");
            }
        }

        private Receipt read(Answer answer) {
            return switch (answer.status()) {
                case 404, 410 -> {
                    subscriptions.end(subscription.id());
                    yield new Receipt.Never("That browser does not want to be told any more.");
                }
                default -> Statuses.receipt(answer);
            };
        }

        private HttpRequest request(Message message) {
            PushSubscription.Keys given = new PushSubscription.Keys();
            given.setP256dh(subscription.p256dh());
            given.setAuth(subscription.auth());
            PushSubscription to = new PushSubscription();
            to.setEndpoint(subscription.endpoint().toString());
            to.setKeys(given);
            PreparerBuilder<StandardHttpClientRequestPreparer> plain = StandardHttpClientRequestPreparer.getBuilder()
                    .pushSubscription(to)
                    .vapidJWTExpiresAfter(12, TimeUnit.HOURS)
                    .vapidJWTSubject(contact)
                    .pushMessage(payload(message))
                    .topic(topic(message));
            return (message.urgent()
                            ? plain.ttl(2, TimeUnit.HOURS).urgencyHigh()
                            : plain.ttl(12, TimeUnit.HOURS).urgencyNormal())
                    .build(pair())
                    .toRequest();
        }
    }

    /** A message that is still with the push service is replaced by its repetition. At most 32 characters. */
    private static String topic(Message message) {
        String name = message.key().replaceAll("[^A-Za-z0-9]", "");
        return name.substring(0, Math.min(32, name.length()));
    }

    private static String payload(Message message) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", message.title());
        fields.put("body", message.body());
        message.link().ifPresent(link -> fields.put("url", link.address().toString()));
        fields.put("tag", topic(message));
        return JsonMapper.shared().writeValueAsString(fields);
    }
}
