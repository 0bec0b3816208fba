package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.openclaw.wire.Pause;
import org.junit.jupiter.api.AfterEach;

/** An agent of ours at a fake OpenClaw. */
abstract class AgentAtFake extends AgentAtGateway {

    final FakeGateway fake = FakeGateway.openclaw();

    @Override
    String url() {
        return fake.url();
    }

    @Override
    String token() {
        return FakeGateway.TOKEN;
    }

    @Override
    Pause settling() {
        return duration -> {};
    }

    @Override
    Patience patience() {
        return Patiences.SHORT;
    }

    @AfterEach
    void end() {
        fake.close();
    }

    final void sentOnce() {
        assertThat(fake.requests("agent"))
                .extracting(sent -> sent.path("idempotencyKey").asString(""))
                .doesNotHaveDuplicates();
    }

    /** A new connection. */
    final void connectionLost() throws InterruptedException {
        fake.dropConnections();
        Standings.trouble(gateway, LONG);
        assertThat(gateway.awaitConnected(LONG)).isTrue();
    }
}
