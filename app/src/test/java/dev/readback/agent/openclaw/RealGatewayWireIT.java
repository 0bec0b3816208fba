package dev.readback.agent.openclaw;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** On a real OpenClaw with the scripted model: {@code -Pinterop -Dreadback.interop.url=… -Dreadback.interop.token=…}. */
@EnabledIfSystemProperty(named = "readback.interop.url", matches = "(ws|http|[a-z0-9]).*")
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
