package dev.readback.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.readback.execution.Execution;
import dev.readback.execution.ExecutionState;
import dev.readback.execution.OnlyAnswering;
import dev.readback.voice.Told;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(30)
class LinkTest {
    @AutoClose
    private final WebWorld world = new WebWorld();

    private final LinkWorld links = new LinkWorld(world);

    @Test
    void a_code_opens_the_one_question_and_leaves_a_cookie_no_script_can_read() {
        Execution asking = links.asking("run one");

        HttpResponse<String> opened = links.open(links.code(asking));

        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(WebWorld.json(opened).get("question_id").stringValue())
                .isEqualTo(asking.question().orElseThrow().id().toString());
        assertThat(WebWorld.json(opened).get("question_open").booleanValue()).isTrue();
        assertThat(WebWorld.json(opened).get("logged_in").booleanValue()).isFalse();
        assertThat(opened.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("readback_link_" + world.server.port() + "=")
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/")
                .containsPattern("Max-Age=(59\\d|600)");
        assertThat(WebWorld.json(links.get("/login", LinkWorld.cookie(opened)))
                        .get("logged_in")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void it_is_spent_by_the_answer_not_by_being_opened_and_the_outcome_stays_to_be_seen() {
        Execution asking = links.asking("run one");
        String code = links.code(asking);
        String inApp = links.cookie(code);
        String browser = links.cookie(code);
        links.get("/context/" + asking.sessionId(), inApp);

        assertThat(links.answer(asking, "yes", browser).statusCode()).isEqualTo(200);

        assertThat(WebWorld.json(links.answer(asking, "yes", inApp))
                        .get("state")
                        .stringValue())
                .isEqualTo("completed");
        assertThat(WebWorld.code(links.answer(asking, "no", inApp))).isEqualTo("already_answered");
        HttpResponse<String> again = links.open(code);
        assertThat(WebWorld.json(again).get("question_open").booleanValue()).isFalse();
        assertThat(WebWorld.json(links.get("/executions/" + asking.id(), inApp))
                        .get("say")
                        .stringValue())
                .isEqualTo("Done.");
    }

    @Test
    void it_works_on_after_a_restart() {
        Execution asking = links.asking("run one");
        String code = links.code(asking);
        WebSettings settings = new WebSettings(
                "127.0.0.1", 0, "another token", Optional.empty(), Optional.empty(), "test", Duration.ofSeconds(1));
        try (WebServer restarted = WebServer.start(settings, world.services())) {
            HttpRequest.Builder seeing = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + restarted.port() + "/executions/" + asking.id()))
                    .header("Cookie", "readback_link_" + restarted.port() + "=" + code);
            assertThat(world.send(seeing).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void one_browser_may_hold_several_links() {
        Execution one = links.asking("run one");
        Execution two = links.asking("run two");
        String first = links.cookie(links.code(one));

        String both = LinkWorld.cookie(links.open(links.code(two), Optional.of(first)));

        assertThat(links.get("/executions/" + one.id(), both).statusCode()).isEqualTo(200);
        assertThat(links.answer(one, "no", both).statusCode()).isEqualTo(200);
        assertThat(links.answer(two, "no", both).statusCode()).isEqualTo(200);
    }

    @Test
    void the_cookie_does_not_grow_without_end() {
        String cookie = "none=none";
        for (int i = 0; i < 12; i++) {
            cookie = LinkWorld.cookie(links.open(links.code(links.asking("run " + i)), Optional.of(cookie)));
        }
        assertThat(cookie.length()).isLessThan(700);
    }

    @Test
    void an_expired_link_says_what_became_of_it_and_opens_nothing() {
        Execution asking = links.asking("run one");
        String code = links.code(asking, Instant.now().minusSeconds(1));
        links.answer(asking, "no", links.cookie(links.code(asking)));

        HttpResponse<String> late = links.open(code);

        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(WebWorld.code(late)).isEqualTo("link_expired");
        assertThat(WebWorld.json(late).get("detail").stringValue())
                .contains("The answer was no.")
                .contains("left it alone");
        assertThat(late.headers().firstValue("Set-Cookie")).isEmpty();
        String forged = "readback_link_" + world.server.port() + "=" + code;
        assertThat(links.get("/executions/" + asking.id(), forged).statusCode()).isEqualTo(401);
    }

    @Test
    void wrong_codes_are_counted_and_never_shut_out_a_right_one() {
        String code = links.code(links.asking("run one"));
        for (int i = 0; i < 10; i++) {
            assertThat(WebWorld.code(links.open("guess" + i))).isEqualTo("wrong_link");
        }
        assertThat(links.open("guess").statusCode()).isEqualTo(429);
        assertThat(links.open(code).statusCode()).isEqualTo(200);
    }

    @Test
    void who_is_logged_in_stays_so_and_gets_no_other_cookie() {
        HttpResponse<String> login = world.send(HttpRequest.newBuilder(world.at("/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"code\": \"" + world.codes.issue().text() + "\"}")));
        String cookie = LinkWorld.cookie(login);

        HttpResponse<String> opened = links.open(links.code(links.asking("run one")), Optional.of(cookie));

        assertThat(WebWorld.json(opened).get("logged_in").booleanValue()).isTrue();
        assertThat(opened.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void logging_out_takes_the_links_as_well() {
        HttpResponse<String> out =
                links.call("POST", "/logout", links.cookie(links.code(links.asking("run one"))), "{}");
        assertThat(out.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("readback_link_") && cookie.contains("Expires=Thu, 01 Jan 1970"));
    }

    @Test
    void only_its_own_question_is_answered_whatever_the_call_says() {
        Execution mine = links.asking("run one");
        Execution other = links.asking("run two");
        String cookie = links.cookie(links.code(mine));
        String path = "/resume/" + mine.sessionId();

        assertThat(WebWorld.code(links.call("POST", path, cookie, "{\"answer\": \"no\"}")))
                .isEqualTo("guest_may_not");
        assertThat(WebWorld.code(links.call(
                        "POST",
                        path,
                        cookie,
                        "{\"answer\": \"no\", \"question_id\": \""
                                + other.question().orElseThrow().id() + "\"}")))
                .isEqualTo("guest_may_not");
        assertThat(world.executions.find(mine.id()).orElseThrow().state()).isEqualTo(ExecutionState.WAITING_FOR_INPUT);
    }

    @Test
    void the_context_is_that_of_its_own_execution_also_where_the_session_has_gone_on() {
        Execution asking = links.asking("run one");
        world.post(
                "/execute", "{\"transcript\": \"something secret\", \"session_id\": \"" + asking.sessionId() + "\"}");

        HttpResponse<String> context = links.get("/context/" + asking.sessionId(), links.cookie(links.code(asking)));

        assertThat(WebWorld.json(context).get("execution_id").stringValue())
                .isEqualTo(asking.id().toString());
        assertThat(context.body()).doesNotContain("secret");
    }

    @Test
    void what_changes_something_must_come_from_our_own_page() {
        Execution asking = links.asking("run one");
        HttpRequest.Builder foreign = HttpRequest.newBuilder(world.at("/resume/" + asking.sessionId()))
                .header("Cookie", links.cookie(links.code(asking)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"answer\": \"yes\"}"));
        assertThat(WebWorld.code(world.send(foreign))).isEqualTo("foreign_origin");
    }

    @Test
    void talking_is_opened_for_the_answer_and_confined_to_it() throws Exception {
        Execution asking = links.asking("run one");
        String cookie = links.cookie(links.code(asking));
        try (VoiceClient client = talk(cookie, "?mode=answer&session=" + asking.sessionId())) {
            client.send(VoiceClient.HELLO);
            assertThat(world.voice.came.poll(5, TimeUnit.SECONDS))
                    .isEqualTo(new OnlyAnswering.Scope(
                            asking.sessionId(), asking.id(), asking.question().map(question -> question.id())));
            assertThat(world.voice.came.poll(5, TimeUnit.SECONDS)).isInstanceOf(Told.Hello.class);
        }
        Execution other = links.asking("run two");
        for (String query : new String[] {
            "", "?mode=answer", "?mode=talk&session=" + asking.sessionId(), "?mode=answer&session=" + other.sessionId()
        }) {
            Assertions.assertThatThrownBy(() -> talk(cookie, query))
                    .as(query)
                    .isInstanceOf(CompletionException.class)
                    .hasStackTraceContaining("403");
        }
    }

    @Test
    void talking_ends_when_the_link_expires() throws Exception {
        Execution asking = links.asking("run one");
        try (WebWorld tight = new WebWorld(
                new VoiceLimits(2, Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofSeconds(5), 300_000))) {
            LinkWorld there = new LinkWorld(tight);
            Execution soon = there.asking("run soon");
            String cookie = there.cookie(there.code(soon, Instant.now().plusSeconds(2)));
            try (VoiceClient client = VoiceClient.open(
                    tight,
                    "?mode=answer&session=" + soon.sessionId(),
                    builder -> builder.header("Cookie", cookie)
                            .header("Origin", tight.at("").toString()))) {
                client.send(VoiceClient.HELLO);
                assertThat(client.next()).contains("This link has expired.");
                assertThat(client.next()).startsWith("closed 4001 ");
            }
        }
        assertThat(asking.state()).isEqualTo(ExecutionState.WAITING_FOR_INPUT);
    }

    @Test
    void events_end_when_the_link_expires() {
        Execution asking = links.asking("run one");
        String cookie = links.cookie(links.code(asking, Instant.now().plusSeconds(2)));
        HttpResponse<String> all =
                world.send(HttpRequest.newBuilder(world.at("/events?last_event_id=0&session_id=" + asking.sessionId()))
                        .header("Cookie", cookie)
                        .header("Accept", "text/event-stream"));
        assertThat(all.body()).contains("event: question").contains(asking.id().toString());
    }

    @Test
    void a_program_may_ask_for_a_link_and_nobody_else() {
        Execution asking = links.asking("run one");
        String body = "{\"execution_id\": \"" + asking.id() + "\"}";

        HttpResponse<String> made = world.post("/links", body);

        URI address = URI.create(WebWorld.json(made).get("address").stringValue());
        assertThat(address.toString())
                .startsWith("https://readback.example.org/?session=" + asking.sessionId() + "&mode=answer#");
        assertThat(links.open(address.getFragment()).statusCode()).isEqualTo(200);
        assertThat(WebWorld.code(world.post("/links", "{}"))).isEqualTo("bad_request");
    }

    @Test
    void neither_the_code_nor_the_cookie_is_ever_logged() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.DEBUG);
        Execution asking = links.asking("run one");
        String code;
        try {
            code = links.code(asking);
            String cookie = links.cookie(code);
            links.get("/executions/" + asking.id(), cookie);
            links.get("/sessions", cookie);
            links.answer(asking, "maybe", cookie);
            links.answer(asking, "no", cookie);
            links.open(code + "x");
            LoggerFactory.getLogger(LinkTest.class).debug("the log is looked at");
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }
        List<ILoggingEvent> lines = List.copyOf(log.list);
        assertThat(lines).extracting(ILoggingEvent::getFormattedMessage).contains("the log is looked at");
        assertThat(lines)
                .filteredOn(line -> line.getLoggerName().startsWith("dev.readback"))
                .allSatisfy(line -> assertThat(line.getFormattedMessage() + line.getKeyValuePairs())
                        .doesNotContain(code));
        assertThat(world.executions.executions.toString()).doesNotContain(code);
    }

    private VoiceClient talk(String cookie, String query) {
        return VoiceClient.open(
                world,
                query,
                builder -> builder.header("Cookie", cookie)
                        .header("Origin", world.at("").toString()));
    }
}
