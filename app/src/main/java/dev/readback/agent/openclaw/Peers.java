package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayEvent;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import dev.readback.agent.openclaw.wire.Hello;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The Gateways we work with. A session stays with the one that has it; a new one goes where least is waiting. Thread-safe. */
final class Peers implements AutoCloseable {

    private static final int LONGEST_QUEUE = 500;
    private static final int REMEMBERED = 10_000;
    private static final int BEFORE_HELLO = 4;

    private final List<Peer> peers;
    private final List<Gateway.Subscription> subscriptions = new ArrayList<>();
    private final Map<UUID, Peer> homes = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Peer> eldest) {
            return size() > REMEMBERED;
        }
    };

    Peers(List<? extends Gateway> gateways, InstantSource clock) {
        peers = gateways.stream()
                .map(gateway -> new Peer(gateway, new RunQueue(BEFORE_HELLO, LONGEST_QUEUE), new Guard(gateway, clock)))
                .toList();
        peers.forEach(peer -> {
            subscriptions.add(peer.gateway().subscribe(event -> heard(peer, event)));
            if (peer.gateway().standing() instanceof Gateway.Standing.Connected(Hello hello, Instant since)) {
                connected(peer, hello);
            }
        });
    }

    List<Peer> all() {
        return peers;
    }

    Optional<Peer> named(String name) {
        return peers.stream().filter(peer -> peer.gateway().name().equals(name)).findFirst();
    }

    /** The Gateway of a session. */
    Peer of(UUID session) {
        synchronized (homes) {
            Peer known = homes.get(session);
            if (known != null) {
                return known;
            }
        }
        Peer found = peers.size() == 1 ? peers.getFirst() : holder(session).orElseGet(this::idlest);
        synchronized (homes) {
            return homes.computeIfAbsent(session, key -> found);
        }
    }

    @Override
    public void close() {
        subscriptions.forEach(Gateway.Subscription::close);
    }

    private Optional<Peer> holder(UUID session) {
        return peers.stream()
                .filter(Peers::connected)
                .filter(peer -> has(peer, session))
                .findFirst();
    }

    private static boolean has(Peer peer, UUID session) {
        try {
            return !peer.gateway()
                    .call(Calls.chatHistory(SessionKey.of(session), 1))
                    .path("messages")
                    .isEmpty();
        } catch (GatewayTrouble trouble) {
            return false;
        }
    }

    /** Away ones last. */
    private Peer idlest() {
        return peers.stream()
                .min(Comparator.<Peer, Boolean>comparing(peer -> !connected(peer))
                        .thenComparingInt(peer -> peer.queue().load()))
                .orElseThrow();
    }

    private static boolean connected(Peer peer) {
        return peer.gateway().standing() instanceof Gateway.Standing.Connected;
    }

    private static void heard(Peer peer, GatewayEvent event) {
        if (event instanceof GatewayEvent.Connected(Hello hello)) {
            connected(peer, hello);
        }
    }

    private static void connected(Peer peer, Hello hello) {
        peer.queue().atOnce(hello.runsAtOnce());
        Thread.ofVirtual().name("gateway-policy").start(peer.guard()::look);
    }
}
