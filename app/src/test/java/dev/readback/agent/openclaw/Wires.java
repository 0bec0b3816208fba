package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Access;
import dev.readback.agent.openclaw.wire.Address;
import dev.readback.agent.openclaw.wire.DeviceIdentity;
import dev.readback.agent.openclaw.wire.KeptGateway;
import dev.readback.agent.openclaw.wire.Pause;
import dev.readback.agent.openclaw.wire.Surroundings;
import dev.readback.agent.openclaw.wire.Times;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;

/** Connections to fakes that lose patience soon. */
final class Wires {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    static final Times SHORT = new Times(
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            Duration.ofMillis(10),
            Duration.ofSeconds(2),
            Duration.ofMillis(400));

    private Wires() {}

    static KeptGateway to(FakeGateway fake, Path folder) {
        return to(fake.url(), folder, SHORT);
    }

    static KeptGateway connected(FakeGateway fake, Path folder) throws InterruptedException {
        KeptGateway gateway = to(fake, folder);
        if (!gateway.awaitConnected(PATIENCE)) {
            throw new AssertionError("not connected: " + gateway.standing());
        }
        return gateway;
    }

    static KeptGateway to(String url, Path folder, Times times) {
        return new KeptGateway(
                access(url, folder), new Surroundings(InstantSource.system(), new Random(7), Pause.REAL, times));
    }

    static Access access(String url, Path folder) {
        return new Access(
                Address.of(url), Optional.of(FakeGateway.TOKEN), new DeviceIdentity(folder.resolve("device")));
    }

    /** With another limit for each call. */
    static Times calls(Duration longest) {
        return new Times(
                SHORT.connect(),
                SHORT.pong(),
                SHORT.shortestPause(),
                SHORT.longestPause(),
                SHORT.person(),
                longest,
                SHORT.retry(),
                SHORT.longestRetry(),
                SHORT.rest());
    }
}
