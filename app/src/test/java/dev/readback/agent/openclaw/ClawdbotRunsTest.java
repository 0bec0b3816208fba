package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.Asker.Reply;
import dev.readback.agent.Assignment;
import dev.readback.agent.Invocation;
import dev.readback.agent.Outcome;
import dev.readback.agent.Preparation;
import dev.readback.agent.Task;
import dev.readback.agent.openclaw.wire.KeptGateway;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClawdbotRunsTest {

    @TempDir
    Path folder;

    private final FakeGateway fake = FakeGateway.clawdbot();
    private final Told told = new Told();
    private final Person person = new Person();

    @AfterEach
    void end() {
        fake.close();
    }

    private OpenClawAgent agent(KeptGateway gateway, boolean ungated) {
        return new OpenClawAgent(List.of(gateway), new Judging(), ungated, InstantSource.system(), Patiences.SHORT);
    }

    private static Assignment task(OpenClawAgent agent, String text, Duration timeout) {
        UUID session = UUID.randomUUID();
        Invocation invocation = ((Preparation.Ready) agent.prepare(new Task(text, session))).invocation();
        return new Assignment(UUID.randomUUID(), session, text, invocation, timeout);
    }

    @Test
    void it_gets_no_runs_because_it_cannot_ask_us() throws InterruptedException {
        try (KeptGateway gateway = Wires.connected(fake, folder);
                OpenClawAgent agent = agent(gateway, false)) {
            assertThat(agent.prepare(new Task("Hello", UUID.randomUUID())))
                    .isInstanceOfSatisfying(
                            Preparation.Impossible.class,
                            no -> assertThat(no.why())
                                    .contains("it is a Clawdbot, which cannot ask us about commands"));
            assertThat(agent.ready()).isFalse();
        }
        assertThat(fake.requests("agent")).isEmpty();
    }

    @Test
    void it_gets_runs_where_that_is_allowed() throws InterruptedException {
        try (KeptGateway gateway = Wires.connected(fake, folder);
                OpenClawAgent agent = agent(gateway, true)) {
            Outcome end = agent.run(task(agent, "RUN:echo once", Duration.ofMinutes(1)), told, person);

            assertThat(((Outcome.Exited) end).output().text()).contains("DONE: once");
            assertThat(fake.commandsRun()).containsExactly("echo once");
            assertThat(person.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ERR500 | has trouble of its own
            ERR429 | is being asked too much
            ERR401 | refused its key
            EMPTY  | gave no answer
            """)
    void its_false_oks_are_told_as_failures(String word, String why) throws InterruptedException {
        try (KeptGateway gateway = Wires.connected(fake, folder);
                OpenClawAgent agent = agent(gateway, true)) {
            assertThat(agent.run(task(agent, word, Duration.ofMinutes(1)), told, person))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class, end -> assertThat(end.why()).contains(why));
        }
    }

    @Test
    void when_its_time_is_over_or_it_is_cancelled_it_is_ended() throws InterruptedException {
        try (KeptGateway gateway = Wires.connected(fake, folder);
                OpenClawAgent agent = agent(gateway, true)) {
            assertThat(agent.run(task(agent, "HANG", Duration.ofMillis(600)), told, person))
                    .isInstanceOf(Outcome.TimedOut.class);
        }
    }

    @Test
    void what_it_needs_to_know_is_asked_there_too() throws InterruptedException {
        try (KeptGateway gateway = Wires.connected(fake, folder);
                OpenClawAgent agent = agent(gateway, true)) {
            Outcome end = agent.run(
                    task(agent, "NEEDINPUT", Duration.ofMinutes(1)), told, Person.saying(new Reply.Words("staging")));

            assertThat(((Outcome.Exited) end).output().text()).contains("ECHO: staging");
        }
    }

    @Test
    void one_whose_connection_broke_is_found_again() throws Exception {
        try (KeptGateway gateway = Wires.connected(fake, folder);
                OpenClawAgent agent = agent(gateway, true)) {
            Assignment assignment = task(agent, "SLOW:700 RUN:echo once", Duration.ofMinutes(1));
            AgentAtGateway.Going going = new AgentAtGateway.Going(() -> agent.run(assignment, told, person));
            while (fake.requests("agent").isEmpty()) {
                Thread.sleep(1);
            }
            fake.dropConnections();

            assertThat(((Outcome.Exited) going.end()).output().text()).contains("once");
            assertThat(fake.commandsRun()).containsExactly("echo once");
            assertThat(fake.requests("agent")).hasSize(1);
        }
    }

    @Test
    void one_that_died_with_it_is_told_as_not_known_and_not_sent_again() throws Exception {
        try (KeptGateway gateway = Wires.connected(fake, folder);
                OpenClawAgent agent = agent(gateway, true)) {
            Assignment assignment = task(agent, "SLOW:5000 RUN:echo once", Duration.ofMinutes(1));
            AgentAtGateway.Going going = new AgentAtGateway.Going(() -> agent.run(assignment, told, person));
            while (fake.requests("agent").isEmpty()) {
                Thread.sleep(1);
            }
            fake.kill();
            fake.startAgain();

            assertThat(going.end()).isInstanceOf(Outcome.Interrupted.class);
            assertThat(fake.requests("agent")).hasSize(1);
        }
    }
}
