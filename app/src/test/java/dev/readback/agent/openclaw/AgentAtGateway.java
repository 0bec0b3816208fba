package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.Assignment;
import dev.readback.agent.CommandLine;
import dev.readback.agent.Invocation;
import dev.readback.agent.Outcome;
import dev.readback.agent.Preparation;
import dev.readback.agent.Task;
import dev.readback.agent.openclaw.wire.Access;
import dev.readback.agent.openclaw.wire.Address;
import dev.readback.agent.openclaw.wire.DeviceIdentity;
import dev.readback.agent.openclaw.wire.KeptGateway;
import dev.readback.agent.openclaw.wire.Pause;
import dev.readback.agent.openclaw.wire.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An agent of ours at a Gateway, for tests: commands run on this machine, in a folder the test sees. */
abstract class AgentAtGateway {

    static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    KeptGateway gateway;
    OpenClawAgent agent;
    final Person person = new Person();
    final Told told = new Told();

    /** Where it listens. */
    abstract String url();

    abstract String token();

    /** Lets the changes of its configuration count. */
    abstract Pause settling();

    abstract Patience patience();

    @BeforeEach
    void secured() throws InterruptedException {
        connect(false);
        Securing securing = new Securing(gateway, InstantSource.system(), settling());
        if (!securing.holes().isEmpty()) {
            assertThat(securing.secure()).isEmpty();
        }
    }

    @AfterEach
    void leave() {
        agent.close();
        gateway.close();
    }

    /** A connection and an agent of our own, as after a start of ours. */
    final void connect(boolean ungated) throws InterruptedException {
        gateway = new KeptGateway(
                new Access(Address.of(url()), Optional.of(token()), new DeviceIdentity(folder.resolve("device"))),
                new Surroundings(
                        InstantSource.system(), new Random(7), Pause.REAL, Wires.calls(Duration.ofSeconds(60))));
        assertThat(gateway.awaitConnected(Wires.PATIENCE)).isTrue();
        agent = new OpenClawAgent(List.of(gateway), new Judging(), ungated, InstantSource.system(), patience());
    }

    final Assignment task(String text) {
        return task(UUID.randomUUID(), text, LONG);
    }

    final Assignment task(UUID session, String text, Duration timeout) {
        return new Assignment(UUID.randomUUID(), session, text, ready(agent.prepare(new Task(text, session))), timeout);
    }

    final Assignment line(String text) {
        UUID session = UUID.randomUUID();
        CommandLine line = new CommandLine(text, "gateway", Optional.empty(), List.of(), Optional.of(session));
        return new Assignment(UUID.randomUUID(), session, text, ready(agent.prepare(line)), LONG);
    }

    private static Invocation ready(Preparation preparation) {
        return ((Preparation.Ready) preparation).invocation();
    }

    final Outcome run(Assignment assignment) {
        return agent.run(assignment, told, person);
    }

    /** A run on a thread of its own. */
    final Going begin(Assignment assignment) {
        return new Going(() -> run(assignment));
    }

    final Going beginAdopting(Assignment assignment) {
        return new Going(() -> agent.adopt(assignment, told, person));
    }

    /** A run that goes on. */
    static final class Going {
        private final CompletableFuture<Outcome> end = new CompletableFuture<>();
        private final Thread thread;

        Going(java.util.concurrent.Callable<Outcome> run) {
            thread = Thread.ofVirtual().start(() -> {
                try {
                    end.complete(run.call());
                } catch (Exception e) {
                    end.completeExceptionally(e);
                }
            });
        }

        Outcome end() {
            return end.orTimeout(LONG.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                    .join();
        }

        boolean over() {
            return end.isDone();
        }

        /** We die. */
        void die() throws InterruptedException {
            thread.interrupt();
            thread.join();
            assertThat(end).isCompletedExceptionally();
        }
    }

    static String text(Outcome outcome) {
        return ((Outcome.Exited) outcome).output().text();
    }

    /** A command that leaves one byte more each time it runs. */
    final String counted(String name) {
        return "dd if=/dev/zero of=" + folder.resolve(name) + " bs=1 count=1 oflag=append conv=notrunc";
    }

    /** How often it ran. */
    final long times(String name) {
        Path mark = folder.resolve(name);
        try {
            return Files.exists(mark) ? Files.size(mark) : 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A program that leaves a byte, tells its number, and takes some seconds. */
    final String lasting(String name, int seconds) {
        Path program = folder.resolve("harmless-" + name);
        try {
            Files.writeString(
                    program,
                    "#!/bin/bash\nprintf x >> " + folder.resolve(name) + "\necho $$ > " + folder.resolve("pid")
                            + "\necho begun\nsleep " + seconds + "\necho over\n");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        program.toFile().setExecutable(true);
        return program.toString();
    }

    final void awaitRunning(String name) throws InterruptedException {
        long until = System.nanoTime() + LONG.toNanos();
        while (times(name) == 0 || times("pid") == 0) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.sleep(20);
        }
    }

    final boolean alive() throws IOException, InterruptedException {
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        for (int look = 0; look < 100 && lives(pid); look++) {
            Thread.sleep(50);
        }
        return lives(pid);
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
