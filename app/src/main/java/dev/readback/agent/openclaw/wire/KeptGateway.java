package dev.readback.agent.openclaw.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * One connection to one Gateway, kept: made in the background from the moment of construction, watched, and found again with growing pauses;
 * every minute where only a person can mend it. Thread-safe.
 *
 * <p>Subscribers hear events in the order they came, each numbered one once as long as its repeat comes among the next 2,048. Numbers that are
 * missing or out of order are not put right. What was told while there was no connection is not told again, and a run that was begun on a
 * connection that is lost has no {@link GatewayEvent.Finished} any more: after {@link GatewayEvent.Connected} everybody reads what they need. When
 * subscribers are so slow that 10,000 events or 64 million characters wait, those are thrown away and the connection counts as lost.
 */
public final class KeptGateway implements Gateway, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptGateway.class);

    private final Access access;
    private final Surroundings surroundings;
    private final Troubles troubles;
    private final Door door;
    private final Deliveries deliveries;
    private final NoiseLog noise;
    private final Retrying retrying;
    private final Backoff backoff;
    private final Thread keeper;
    private final Present present = new Present();

    /** Begins to connect. */
    public KeptGateway(Access access, Surroundings surroundings) {
        Times times = surroundings.times();
        this.access = access;
        this.surroundings = surroundings;
        this.troubles = new Troubles(name(), access::clean);
        this.door = new Door(access, troubles, times);
        this.deliveries = new Deliveries(name());
        this.noise = new NoiseLog(name(), surroundings.clock());
        this.retrying = new Retrying(surroundings, troubles, this::awaitConnected);
        this.backoff = new Backoff(times.shortestPause(), times.longestPause(), surroundings.random());
        this.keeper = Thread.ofVirtual().name("gateway-" + name()).start(this::keep);
    }

    /** Begins to connect, with real time and chance. */
    public KeptGateway(Access access) {
        this(access, Surroundings.usual());
    }

    @Override
    public String name() {
        return access.address().name();
    }

    @Override
    public Standing standing() {
        return present.standing();
    }

    @Override
    public JsonNode call(Call call) {
        return retrying.call(call, this::once);
    }

    @Override
    public boolean awaitConnected(Duration atMost) throws InterruptedException {
        return present.await(atMost, standing -> standing instanceof Standing.Connected);
    }

    @Override
    public Subscription subscribe(Consumer<GatewayEvent> listener) {
        return deliveries.subscribe(listener);
    }

    /** Closes the connection; calls that wait fail. */
    @Override
    public void close() {
        keeper.interrupt();
        present.connection().ifPresent(Connection::close);
        present.away(troubles.notConnected(), Optional.empty());
        deliveries.close();
        door.close();
    }

    private JsonNode once(Call call) {
        Connection connection = connection();
        Frame.Answer answer = connection.ask(call, surroundings.times().limit(call.kind()));
        if (!answer.ok()) {
            throw troubles.refusal(call.method(), answer.error());
        }
        return answer.payload();
    }

    /** At the very beginning it is waited for a little. */
    private Connection connection() {
        try {
            present.await(surroundings.times().connect(), standing -> !(standing instanceof Standing.Connecting));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw troubles.notConnected();
        }
        return present.connection().orElseThrow(this::why);
    }

    private GatewayTrouble why() {
        return switch (present.standing()) {
            case Standing.Away away when away.trouble().kind().unsent() -> away.trouble();
            case Standing.Away away when away.trouble().kind() == GatewayTrouble.Kind.SCOPE -> away.trouble();
            case Standing.Away away -> troubles.notConnected();
            case Standing.Connecting beginning -> troubles.unreachable("it does not answer");
            case Standing.Connected back -> troubles.notConnected();
        };
    }

    private void keep() {
        int tries = 0;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Instant begun = surroundings.clock().instant();
                GatewayTrouble trouble = stay();
                Duration lasted = Duration.between(begun, surroundings.clock().instant());
                tries = lasted.compareTo(backoff.longest()) > 0 ? 0 : tries;
                Duration pause = person(trouble) ? surroundings.times().person() : backoff.pause(tries++);
                away(trouble, pause);
                surroundings.pause().pause(pause);
            }
        } catch (InterruptedException closed) {
            // closed
        }
    }

    /** Connects and stays as long as it lasts; why it ended. */
    private GatewayTrouble stay() throws InterruptedException {
        Door.Opened opened;
        try {
            opened = door.open(() -> new Connection(troubles, deliveries, noise));
        } catch (GatewayTrouble outside) {
            return outside;
        }
        Connection connection = opened.connection();
        try {
            retrying.renewed();
            present.connected(
                    connection, opened.greeting().hello(), surroundings.clock().instant());
            connection.admit(opened.greeting(), surroundings.times().pong());
            log("a Gateway is connected", opened.greeting().hello().version());
            return connection.live();
        } finally {
            connection.close();
        }
    }

    private void away(GatewayTrouble trouble, Duration pause) {
        boolean lost = present.standing() instanceof Standing.Connected;
        boolean news = present.away(
                trouble,
                person(trouble)
                        ? Optional.empty()
                        : Optional.of(surroundings.clock().instant().plus(pause)));
        if (news) {
            log("a Gateway cannot be used", trouble.say());
        }
        if (lost) {
            deliveries.turn(new GatewayEvent.Lost(trouble));
        }
    }

    private void log(String message, String what) {
        LOG.atInfo().addKeyValue("gateway", name()).addKeyValue("what", what).log(message);
    }

    private static boolean person(GatewayTrouble trouble) {
        return switch (trouble.kind()) {
            case TOKEN, PAIRING, FOREIGN, SCOPE -> true;
            case UNREACHABLE, BROKEN, SLOW, REFUSED, UNAVAILABLE, RESTING -> false;
        };
    }
}
