package dev.readback.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.execution.Event;
import dev.readback.execution.ExecutionState;
import dev.readback.execution.ListedEvents;
import dev.readback.execution.Notice.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class NotifierTest {

    @TempDir
    Path folder;

    @Test
    void what_is_due_goes_out_by_itself_after_a_start_and_when_something_happens() {
        ListedEvents events = new ListedEvents();
        try (TellingWorld world = new TellingWorld(folder)) {
            ScriptedChannel channel = world.channel("one");
            world.ask("run uptime");
            world.now = world.now.plusSeconds(30);
            try (Notifier notifier = new Notifier(world.parts())) {
                notifier.start(session -> false, events);
                await(() -> channel.messages.size() == 1);
                world.ended(Kind.INTERRUPTED, Duration.ZERO);
                world.now = world.now.plusSeconds(90);
                events.add(new Event.StateChanged(UUID.randomUUID(), UUID.randomUUID(), ExecutionState.INTERRUPTED));
                await(() -> channel.messages.size() == 2);
                await(() -> notifier.standing().channels().getFirst().state() == ChannelStanding.State.OK);
            }
            assertThat(events.followers()).isZero();
        }
    }

    @Test
    void closed_it_leaves_no_thread_and_what_waits_stays() {
        try (TellingWorld world = new TellingWorld(folder)) {
            world.channel("one").then(new Receipt.Later("It was busy."));
            world.ask("run uptime");
            world.now = world.now.plusSeconds(30);
            try (Notifier notifier = new Notifier(world.parts())) {
                notifier.start(session -> false, new ListedEvents());
                await(() -> notifier.standing().waiting().stream().anyMatch(it -> it.attempts() == 1));
            }
            assertThat(world.database.outbox().waiting()).hasSize(1);
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }
    }
}
