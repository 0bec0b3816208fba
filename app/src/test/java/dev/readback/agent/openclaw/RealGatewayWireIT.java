package dev.readback.agent.openclaw;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** On a real OpenClaw with the scripted model: {@code -Pinterop -Dreadback.interop.url=… -Dreadback.interop.token=…}. */
@EnabledIfSystemProperty(named = "readback.interop", matches = "true")
class RealGatewayWireIT extends GatewayWireContract {

    @Override
    String url() {
        return System.getProperty("readback.interop.url", "");
    }

    @Override
    String token() {
        return System.getProperty("readback.interop.token", "");
    }
}
