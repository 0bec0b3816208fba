package dev.readback.agent.openclaw;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.readback.agent.openclaw.wire.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contract of losses on a real OpenClaw that may be ended and started again; see {@link RealGateway}. */
@EnabledIfSystemProperty(named = "readback.interop", matches = "true")
class RealGatewayLossIT extends GatewayLossContract {

    @BeforeAll
    static void itMayBeEnded() {
        assumeTrue(RealGateway.ours(), "no -Dreadback.interop.kill and start were given");
        RealGateway.up();
    }

    @AfterEach
    void isThere() {
        RealGateway.up();
    }

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
    void kill() {
        RealGateway.kill();
    }

    @Override
    void startAgain() {
        RealGateway.startAgain();
    }
}
