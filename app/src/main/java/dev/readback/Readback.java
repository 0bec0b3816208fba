package dev.readback;

import dev.readback.agent.Agent;
import dev.readback.agent.Elsewhere;
import dev.readback.agent.local.LocalAgent;
import dev.readback.agent.local.LocalGlance;
import dev.readback.agent.local.LocalSettings;
import dev.readback.audit.AuditResult;
import dev.readback.execution.DurableExecutions;
import dev.readback.execution.ExecutionParts;
import dev.readback.execution.ExecutionSettings;
import dev.readback.execution.Judge;
import dev.readback.execution.QuickParts;
import dev.readback.failure.Failure;
import dev.readback.gate.Gate;
import dev.readback.gate.Judgement;
import dev.readback.gate.Policy;
import dev.readback.memory.DailyLog;
import dev.readback.memory.Facts;
import dev.readback.memory.Workspace;
import dev.readback.notify.Links;
import dev.readback.say.Redaction;
import dev.readback.say.Sayer;
import dev.readback.settings.Settings;
import dev.readback.store.Database;
import dev.readback.store.StoreSettings;
import dev.readback.voice.LatencyLog;
import dev.readback.web.MeteredLatencies;
import dev.readback.web.VoiceLimits;
import dev.readback.web.WebServer;
import dev.readback.web.WebServices;
import dev.readback.web.WebSettings;
import dev.readback.web.auth.AnswerLinks;
import dev.readback.web.auth.OneTimeCodes;
import dev.readback.web.tls.TlsIdentity;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Readback, wired and running. The one place where implementations are named; read it as the table of contents. */
public final class Readback implements AutoCloseable {

    /** How many characters of the person's notes a language model is given. */
    private static final int MODEL_NOTES = 6_000;

    /** The file in the home with the certificate that is shown now, for who calls from this machine. */
    public static final String CERTIFICATE = "certificate.pem";

    private static final Duration EVENTS_KEPT = Duration.ofDays(14);
    private static final Duration FIRST_TIDYING = Duration.ofMinutes(1);
    private static final Duration BETWEEN_TIDYINGS = Duration.ofDays(1);

    private final Home home;
    private final String token;
    private final WebServer web;
    private final OneTimeCodes codes;
    private final Links links;
    private final Optional<TlsIdentity> tls;
    private final List<String> warnings;
    private final Deque<AutoCloseable> toClose;

    private Readback(
            Home home,
            String token,
            WebServer web,
            OneTimeCodes codes,
            Links links,
            Optional<TlsIdentity> tls,
            List<String> warnings,
            Deque<AutoCloseable> toClose) {
        this.home = home;
        this.token = token;
        this.web = web;
        this.codes = codes;
        this.links = links;
        this.tls = tls;
        this.warnings = List.copyOf(warnings);
        this.toClose = toClose;
    }

    /**
     * Starts everything; when this returns, calls are answered.
     *
     * @throws dev.readback.failure.Failure with one sentence for the person who started it
     */
    public static Readback start(Settings settings) {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            return start(settings, opened);
        } catch (RuntimeException e) {
            closeAll(opened);
            throw e;
        }
    }

    private static Readback start(Settings wanted, Deque<AutoCloseable> opened) {
        Settings settings = OwnPersonas.checked(wanted);
        InstantSource clock = InstantSource.system();
        Home home = Home.open(settings.home());
        Database database = keep(opened, Database.open(store(settings, home), clock));
        Workspace workspace = Workspace.open(settings.workspace());
        Policy policy = Owner.policy(home);
        Gate gate = Gate.open(policy, Owner.surroundings(home.path(), settings.workspace()));
        LocalAgent local = new LocalAgent(localSettings(home));
        Elevation elevation = new Elevation(policy.sudoFor(), gate);
        OwnerWords words = Owner.words(settings);
        Judge judge = new GateWithGrants(gate, database.executions(), clock);
        Sayer sayer = new OwnSayer(words.phrases()::sayer);
        Optional<OwnGateways> gateways = settings.gateway()
                .map(access -> keep(opened, OwnGateways.open(access, home, new GatewayJudge(judge, sayer), clock)));
        Agent agent = gateways.<Agent>map(open -> new Agents(local, open.agent(), settings.agent()))
                .orElse(local);
        Interpreters interpreters = keep(
                opened,
                Interpreters.open(
                        settings,
                        words,
                        home.path(),
                        () -> workspace.knowledge(MODEL_NOTES),
                        gateways.map(open -> open.agent()::ready)));
        Alarms alarms = keep(opened, new Alarms(clock));
        DailyLog diary = new DailyLog(workspace, ZoneId.systemDefault());

        PassedOn measured = new PassedOn();
        DurableExecutions executions = keep(
                opened,
                new DurableExecutions(
                        new ExecutionParts(
                                database.executions(),
                                database.sessions(),
                                interpreters.interpreter(),
                                judge,
                                elevation,
                                agent,
                                sayer,
                                Redaction::redact,
                                line -> diary.append(clock.instant(), line),
                                deeds(workspace, words, line -> gate.judge(elevation.apply(line)), clock),
                                insight(gate, new LocalGlance(localSettings(home))),
                                new QuickParts(
                                        words.interpreter(),
                                        intent -> words.phrases().book().cheap(intent),
                                        (said, meaning) ->
                                                words.phrases().book().smallTalk(said, meaning)),
                                measured,
                                clock,
                                UUID::randomUUID,
                                alarms),
                        executionSettings(settings)));
        // First, while nothing runs: what is taken up or begun meanwhile must not be taken for left over.
        local.sweep(executions.runsInFlight());
        executions.recover();

        Optional<TlsIdentity> tls = Https.identity(settings, home, clock);
        String token = settings.token().orElseGet(home::token);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        OneTimeCodes codes = new OneTimeCodes(clock, new SecureRandom());
        AnswerLinks answerLinks = new AnswerLinks(home.linkKey());
        LatencyLog latencies = new MeteredLatencies(database.latencies(), meters);
        OwnPersonas personas = keep(opened, OwnPersonas.open(settings, executions, workspace, clock));
        OwnVoice voice = keep(
                opened,
                OwnVoice.open(settings, executions, database, latencies, words.names(), personas.personas(), clock));
        measured.to(voice.conversations());
        Links links = links(settings, home, answerLinks, executions);
        OwnNotifications notifications =
                keep(opened, OwnNotifications.open(settings, home, database, executions, links, clock));
        gateways.flatMap(open -> open.channel(settings.notifications())).ifPresent(notifications::add);
        OwnersOverview overview = new OwnersOverview(
                settings,
                database,
                words,
                interpreters,
                () -> gateways.map(OwnGateways::states).orElse(List.of()),
                personas.personas());
        WebServer web = keep(
                opened,
                WebServer.start(
                        webSettings(settings, home, token, tls),
                        new WebServices(
                                executions,
                                database.events(),
                                database.sessions(),
                                gateways.<Elsewhere>map(OwnGateways::sessions).orElse(Elsewhere.NOWHERE),
                                database.auditTrail(),
                                workspace,
                                voice.conversations(),
                                personas.prompts(),
                                personas.personas(),
                                notifications.notifications(),
                                latencies,
                                () -> database.executions().grants(clock.instant()),
                                () -> List.of(new WebServices.Part("database", answers(database))),
                                overview::now,
                                overview::sentences,
                                codes,
                                answerLinks,
                                meters,
                                clock)));
        forgetOldEvents(database, alarms, clock);
        home.write("address", local(settings, web) + "\n");
        notifications.start(web::followed, database.events());
        return new Readback(home, token, web, codes, links, tls, warnings(settings, database), opened);
    }

    /** Whether one is running on this home. An address left behind by one that was killed may by now be somebody else's. */
    public static boolean running(Settings settings) {
        return Database.inUse(store(settings, Home.open(settings.home())));
    }

    /** Where programs on this machine reach it, such as {@code http://127.0.0.1:5000}. */
    public String address() {
        return home.read("address").orElseThrow();
    }

    /** An address that opens the page: works once, for ten minutes; the code stands in the fragment. */
    public String loginAddress() {
        return codes.issue().addressAt(web.address()).toString();
    }

    /** What the link of a notification is; it opens the page at its question or execution. */
    public Links links() {
        return links;
    }

    /** What programs authenticate with. */
    public String token() {
        return token;
    }

    /** SHA-256 of the certificate it shows; empty where it speaks plain HTTP. */
    public Optional<String> fingerprint() {
        return tls.map(TlsIdentity::fingerprint);
    }

    /** What the person who started it should know; seldom anything. */
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        home.delete("address");
        closeAll(toClose);
    }

    private static Links links(Settings settings, Home home, AnswerLinks codes, DurableExecutions executions) {
        return new OwnLinks(
                codes,
                executions,
                () -> settings.publicUrl()
                        .orElseGet(() -> URI.create(home.read("address").orElse("http://127.0.0.1"))));
    }

    private static WorkspaceDeeds deeds(
            Workspace workspace, OwnerWords words, Function<String, Judgement> judge, InstantSource clock) {
        return new WorkspaceDeeds(
                new RememberedFacts(new Facts(workspace), clock, ZoneId.systemDefault()),
                new TaughtPhrases(words.files(), words.phrases(), words.teacher(), judge),
                words::notesChanged);
    }

    private static StoreSettings store(Settings settings, Home home) {
        return new StoreSettings(home.path(), settings.database());
    }

    private static MachineInsight insight(Gate gate, LocalGlance glance) {
        return new MachineInsight(new JudgedGlance(gate, glance::see), JudgedGlance.ofComposed(gate, glance::see));
    }

    private static LocalSettings localSettings(Home home) {
        return new LocalSettings(
                home.file("runs"),
                Path.of(System.getProperty("user.home")),
                System.getProperty("user.name"),
                Optional.ofNullable(System.getenv("TZ")));
    }

    private static ExecutionSettings executionSettings(Settings settings) {
        return new ExecutionSettings(
                settings.questionTimeout(),
                settings.commandTimeout(),
                ExecutionSettings.DEFAULT.atOnce(),
                ExecutionSettings.DEFAULT.backlog());
    }

    private static WebSettings webSettings(Settings settings, Home home, String token, Optional<TlsIdentity> tls) {
        return new WebSettings(
                settings.host(),
                settings.port(),
                token,
                settings.publicUrl(),
                Optional.of(home.file("logins")),
                Optional.ofNullable(Readback.class.getPackage().getImplementationVersion())
                        .orElse("dev"),
                WebSettings.HEARTBEAT,
                tls,
                VoiceLimits.USUAL);
    }

    private static String local(Settings settings, WebServer web) {
        boolean everywhere =
                settings.host().equals("0.0.0.0") || settings.host().equals("::");
        String host = everywhere ? "127.0.0.1" : settings.host();
        String scheme = settings.tls().isPresent() ? "https://" : "http://";
        return scheme + (host.contains(":") ? "[" + host + "]" : host) + ":" + web.port();
    }

    private static List<String> warnings(Settings settings, Database database) {
        List<String> warnings = new ArrayList<>();
        AuditResult audit = database.auditState();
        if (!audit.sound()) {
            warnings.add(audit.sentence());
        }
        if (settings.anthropic().isPresent() || settings.openAi().isPresent()) {
            warnings.add("what the phrasebook does not understand goes to a language model, as set in its settings.");
        }
        if (settings.tls().isEmpty()
                && !settings.host().equals("127.0.0.1")
                && !settings.host().equals("localhost")
                && !settings.host().equals("::1")) {
            warnings.add("it listens on " + settings.host() + ", beyond this machine; put TLS before it.");
        }
        return warnings;
    }

    /** Events are kept for those who follow; what was said and done stays in the history. */
    private static void forgetOldEvents(Database database, Alarms alarms, InstantSource clock) {
        alarms.at(clock.instant().plus(FIRST_TIDYING), () -> {
            database.trimEvents(clock.instant().minus(EVENTS_KEPT));
            alarms.at(clock.instant().plus(BETWEEN_TIDYINGS), () -> forgetOldEvents(database, alarms, clock));
        });
    }

    private static boolean answers(Database database) {
        try {
            return database.events().newest() >= 0;
        } catch (Failure e) {
            return false;
        }
    }

    private static <T extends AutoCloseable> T keep(Deque<AutoCloseable> opened, T part) {
        opened.push(part);
        return part;
    }

    private static void closeAll(Deque<AutoCloseable> opened) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(Readback.class).warn("A part could not be closed cleanly", e);
            }
        }
    }
}
