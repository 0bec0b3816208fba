package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Pause;
import org.junit.jupiter.api.AfterEach;

/** The contract of losses on the fake. */
class FakeGatewayLossTest extends GatewayLossContract {

    private final FakeGateway fake = FakeGateway.openclaw();

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

    @Override
    void kill() {
        fake.kill();
    }

    @Override
    void startAgain() {
        fake.startAgain();
    }

    @AfterEach
    void end() {
        fake.close();
    }
}
