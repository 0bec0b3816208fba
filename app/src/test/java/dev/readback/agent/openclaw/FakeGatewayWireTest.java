package dev.readback.agent.openclaw;

import org.junit.jupiter.api.AfterEach;

/** The contract on the fake, so that what is tested upon it holds for the real one. */
class FakeGatewayWireTest extends GatewayWireContract {

    private final FakeGateway fake = FakeGateway.openclaw();

    @Override
    String url() {
        return fake.url();
    }

    @Override
    String token() {
        return FakeGateway.TOKEN;
    }

    @AfterEach
    void end() {
        fake.close();
    }
}
