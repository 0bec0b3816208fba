package dev.readback.agent.openclaw;

import static dev.readback.agent.openclaw.Wires.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import dev.readback.agent.openclaw.wire.KeptGateway;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A token is in no log and no sentence, not even when the Gateway says it. */
class NoSecretsTest {

    @TempDir
    Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.readback.agent.openclaw");

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.TRACE);
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void not_on_this_machine() throws InterruptedException {
        try (FakeGateway fake = FakeGateway.openclaw();
                KeptGateway gateway = Wires.connected(fake, folder)) {
            List<String> sentences = new ArrayList<>();
            fake.failNext("health", 1, Json.of("code", "ODD", "message", "your token is " + FakeGateway.TOKEN));
            sentences.add(sentence(gateway));
            fake.garbage("{\"type\":\"" + FakeGateway.TOKEN + "\"}");
            fake.closeConnections(1008, "bad token " + FakeGateway.TOKEN);
            fake.kill();
            sentences.add(Standings.trouble(gateway, PATIENCE).say());

            assertThat(sentences).allSatisfy(one -> assertThat(one).doesNotContain(FakeGateway.TOKEN));
            assertThat(Wires.access(fake.url(), folder).toString()).doesNotContain(FakeGateway.TOKEN);
            assertThat(logged()).isNotEmpty().doesNotContain(FakeGateway.TOKEN);
        }
    }

    @Test
    void not_the_one_of_this_device() throws InterruptedException {
        try (FakeGateway fake = FakeGateway.openclaw()) {
            fake.pairingRequest("req-1");
            try (KeptGateway gateway = Wires.to(fake.remoteUrl(), folder, Wires.SHORT)) {
                Standings.trouble(gateway, PATIENCE);
                fake.approveDevice("req-1");
                assertThat(gateway.awaitConnected(PATIENCE)).isTrue();
            }
            try (KeptGateway gateway = Wires.to(fake.remoteUrl(), folder, Wires.SHORT)) {
                assertThat(gateway.awaitConnected(PATIENCE)).isTrue();
                String own = fake.requests("connect")
                        .getLast()
                        .at("/auth/deviceToken")
                        .asString("");
                fake.failNext("health", 1, Json.of("code", "ODD", "message", "you are " + own));
                assertThat(sentence(gateway)).doesNotContain(own);
                assertThat(logged()).doesNotContain(own, FakeGateway.TOKEN);
            }
        }
    }

    private static String sentence(KeptGateway gateway) {
        try {
            return gateway.call(Calls.health()).toString();
        } catch (GatewayTrouble trouble) {
            return trouble.say() + trouble;
        }
    }

    private String logged() {
        StringBuilder all = new StringBuilder();
        List.copyOf(log.list)
                .forEach(event -> all.append(event.getFormattedMessage())
                        .append(event.getKeyValuePairs())
                        .append('\n'));
        return all.toString();
    }
}
