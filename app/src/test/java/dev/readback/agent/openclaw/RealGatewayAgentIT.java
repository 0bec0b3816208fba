package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Pause;
import java.time.Duration;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contract of runs on a real OpenClaw; see {@link RealGateway}. It is secured by the first test, and stays so. */
@EnabledIfSystemProperty(named = "readback.interop", matches = "true")
class RealGatewayAgentIT extends GatewayAgentContract {

    @Override
    String url() {
        return RealGateway.url();
    }

    @Override
    String token() {
        return RealGateway.token();
    }

    @Override
    Pause settling() {
        return Pause.REAL;
    }

    @Override
    Patience patience() {
        return Patience.USUAL;
    }

    @Override
    Duration shortTime() {
        return Duration.ofSeconds(20);
    }
}
