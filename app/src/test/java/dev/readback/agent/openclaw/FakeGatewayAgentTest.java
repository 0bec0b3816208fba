package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Pause;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** The contract of runs on the fake. */
class FakeGatewayAgentTest extends GatewayAgentContract {

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
    Duration shortTime() {
        return Duration.ofSeconds(1);
    }

    @AfterEach
    void end() {
        fake.close();
    }
}
