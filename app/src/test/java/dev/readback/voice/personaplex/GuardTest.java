package dev.readback.voice.personaplex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.voice.Persona;
import dev.readback.voice.Persona.News;
import dev.readback.voice.PersonaPrompts;
import dev.readback.voice.Personas;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Never two at one server, whoever comes and goes; and who waits is told where. */
class GuardTest {

    private static final Patience PATIENT = Guests.context(Duration.ofSeconds(60));

    @Test
    void twenty_people_at_three_servers_are_served_one_after_the_other() {
        List<FakePersonaPlex> fakes =
                Stream.generate(FakePersonaPlex::start).limit(3).toList();
        URI[] servers = fakes.stream().map(FakePersonaPlex::address).toArray(URI[]::new);
        AtomicInteger number = new AtomicInteger();
        try (PersonaPlex personas = new PersonaPlex(
                List.of(servers),
                invitation -> new PersonaPrompts.Prompt("You are number " + number.incrementAndGet(), "NATF0"),
                Optional.empty(),
                new Times(InstantSource.system(), PATIENT))) {
            List<Listened> people = new ArrayList<>();
            List<Persona> invited = new ArrayList<>();
            for (int person = 0; person < 20; person++) {
                people.add(new Listened());
                invited.add(personas.invite(Guests.opus(), people.getLast()));
            }
            for (int served = 0; served < 20; served++) {
                people.get(served).untilTalking();
                if (served == 0) {
                    assertThat(personas.places()).allMatch(place -> place.state() == Personas.State.TAKEN);
                }
                invited.get(served).close();
            }
            for (int person = 3; person < 20; person++) {
                assertThat(people.get(person).of(News.Waiting.class))
                        .containsExactlyElementsOf(countingDown(person - 2));
            }
            Listened.until(() -> personas.places().stream().allMatch(place -> place.state() == Personas.State.FREE));
        }
        assertThat(fakes).noneMatch(fake -> fake.crowded);
        assertThat(fakes.stream().mapToInt(fake -> fake.promptsSeen.size()).sum())
                .isEqualTo(20);
        assertThat(fakes).allMatch(fake -> fake.spoilt.isEmpty());
        fakes.forEach(FakePersonaPlex::close);
    }

    @Test
    void who_closes_while_waiting_leaves_the_queue() {
        try (FakePersonaPlex fake = FakePersonaPlex.start();
                PersonaPlex personas = Guests.at(PATIENT, fake.address())) {
            Listened first = new Listened();
            Listened second = new Listened();
            Listened third = new Listened();
            Persona talking = personas.invite(Guests.opus(), first);
            Persona waiting = personas.invite(Guests.opus(), second);
            personas.invite(Guests.opus(), third);
            first.untilTalking();
            Listened.until(() -> !third.of(News.Waiting.class).isEmpty());
            waiting.close();
            Listened.until(() -> third.of(News.Waiting.class).size() == 2);
            talking.close();
            third.untilTalking();

            assertThat(third.of(News.Waiting.class)).containsExactly(new News.Waiting(2), new News.Waiting(1));
            assertThat(second.of(News.Waiting.class)).containsExactly(new News.Waiting(1));
            assertThat(fake.crowded).isFalse();
            assertThat(second.talks()).isFalse();
        }
    }

    @Test
    void who_closes_while_it_prepares_makes_room() {
        try (FakePersonaPlex fake = FakePersonaPlex.start();
                PersonaPlex personas = Guests.at(PATIENT, fake.address())) {
            fake.promptSteps = 1_000;
            Listened first = new Listened();
            Persona preparing = personas.invite(Guests.opus(), first);
            Listened.until(() -> !fake.prompt.isEmpty());
            fake.promptSteps = 1;
            Listened second = new Listened();
            personas.invite(Guests.opus(), second);
            preparing.close();
            second.untilTalking();

            assertThat(fake.crowded).isFalse();
            assertThat(first.talks()).isFalse();
        }
    }

    @Test
    void a_server_that_never_says_good_bye_is_let_go_of_before_the_next_is_let_in() {
        try (FakePersonaPlex fake = FakePersonaPlex.start();
                PersonaPlex personas = Guests.at(PATIENT, fake.address())) {
            fake.neverSaysGoodBye = true;
            Listened first = new Listened();
            Listened second = new Listened();
            Persona talking = personas.invite(Guests.opus(), first);
            first.untilTalking();
            personas.invite(Guests.opus(), second);
            long closed = System.nanoTime();
            talking.close();
            Listened.until(() -> !second.of(News.Preparing.class).isEmpty());

            assertThat(Duration.ofNanos(System.nanoTime() - closed)).isGreaterThanOrEqualTo(PATIENT.closing());
            assertThat(fake.crowded).isFalse();
        }
    }

    @Test
    void a_server_that_cannot_be_reached_is_passed_over_until_it_is_back() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Patience soon = new Patience(
                PATIENT.opening(),
                PATIENT.refusedWithin(),
                PATIENT.preparing(),
                PATIENT.silence(),
                PATIENT.context(),
                PATIENT.closing(),
                Duration.ofMillis(100),
                PATIENT.takenElsewhere());
        try (FakePersonaPlex fake = FakePersonaPlex.start();
                PersonaPlex personas = Guests.at(soon, URI.create("ws://localhost:" + port), fake.address())) {
            Listened first = new Listened();
            personas.invite(Guests.opus(), first);
            first.untilTalking();
            assertThat(first.of(News.Lost.class)).isEmpty();
            Listened.until(() -> personas.places().getFirst().state() == Personas.State.UNREACHABLE);

            assertThat(personas.places().getFirst().name()).isEqualTo("localhost:" + port);
            try (FakePersonaPlex back = new FakePersonaPlex(port, Optional.empty())) {
                Listened.until(() -> personas.places().getFirst().state() == Personas.State.FREE);
                Listened second = new Listened();
                personas.invite(Guests.opus(), second);
                second.untilTalking();
                assertThat(back.crowded).isFalse();
            }
        }
    }

    @Test
    void the_fake_has_the_fault_that_makes_all_this_necessary() throws Exception {
        try (FakePersonaPlex fake = FakePersonaPlex.start();
                PersonaPlex one = Guests.with(PATIENT, prompt("AAA"), Optional.empty(), fake.address());
                PersonaPlex two = Guests.with(PATIENT, prompt("BBB"), Optional.empty(), fake.address());
                PersonaPlex three = Guests.with(PATIENT, prompt("CCC"), Optional.empty(), fake.address())) {
            Listened first = new Listened();
            Persona talking = one.invite(Guests.opus(), first);
            first.untilTalking();
            Listened second = new Listened();
            two.invite(Guests.opus(), second);
            Listened.until(() -> fake.prompt.contains("BBB"));
            Listened.pause(30);
            three.invite(Guests.opus(), new Listened());
            Listened.until(() -> fake.prompt.contains("CCC"));
            talking.close();
            second.untilTalking();

            assertThat(fake.crowded).isTrue();
            assertThat(fake.promptsSeen).startsWith("<system> AAA <system>", "<system> CCC <system>");
        }
    }

    private static PersonaPrompts.Prompt prompt(String text) {
        return new PersonaPrompts.Prompt(text, "NATF0");
    }

    private static List<News.Waiting> countingDown(int from) {
        return Stream.iterate(from, place -> place > 0, place -> place - 1)
                .map(News.Waiting::new)
                .toList();
    }
}
