package dev.readback.execution;

import dev.readback.conversation.Source;
import dev.readback.gate.Judgement;
import dev.readback.gate.Verdict;
import dev.readback.intent.Asking;
import dev.readback.intent.Deed;
import dev.readback.intent.FollowUp;
import dev.readback.intent.Interpretation;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import dev.readback.question.Utterance;
import dev.readback.question.Utterance.Authority;
import dev.readback.say.CommandResult;
import dev.readback.say.Figure;
import dev.readback.say.ReadBack;
import dev.readback.say.Sayer;
import dev.readback.store.Database;
import dev.readback.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Executions over a real SQLite file with an agent, a clock and an alarm the test holds in its hands. Words are command lines, joined by " and then ";
 * the first word decides the verdict: look → allow, change → confirm, erase → repeat, ruin → deny; "what?" is unclear, "cancel" cancels.
 */
final class Stage implements AutoCloseable {

    final ScriptedAgent agent = new ScriptedAgent();
    final List<String> diary = new CopyOnWriteArrayList<>();
    private final List<Alarmed> alarms = new ArrayList<>();
    private final Path folder;
    volatile boolean diaryBroken;
    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");
    Database database;
    DurableExecutions executions;
    final ScriptedDeeds deeds = new ScriptedDeeds();
    volatile boolean cheap = true;
    volatile Milestones milestones = Milestones.NONE;
    final ScriptedInsight insight = new ScriptedInsight();

    private record Alarmed(Instant moment, Runnable call) {}

    Stage(Path folder) {
        this.folder = folder;
        open();
    }

    private void open() {
        InstantSource clock = () -> now;
        database = Database.open(StoreSettings.sqlite(folder), clock);
        executions = new DurableExecutions(
                new ExecutionParts(
                        database.executions(),
                        database.sessions(),
                        Stage::interpret,
                        Stage::judge,
                        line -> line,
                        agent,
                        new PlainSayer(),
                        text -> text.replace("hunter2", "•••"),
                        this::write,
                        deeds,
                        insight,
                        new QuickParts(Stage::interpret, intent -> cheap, (said, meaning) -> false),
                        (execution, milestone, at) -> milestones.passed(execution, milestone, at),
                        clock,
                        UUID::randomUUID,
                        this::arm),
                ExecutionSettings.DEFAULT);
    }

    /** Puts everything down and takes it up again, as a restart would. */
    void restart() {
        executions.close();
        database.close();
        synchronized (alarms) {
            alarms.clear();
        }
        open();
        executions.recover();
    }

    void pass(Duration time) {
        awaitAlarms();
        now = now.plus(time);
        List<Alarmed> due;
        synchronized (alarms) {
            due = alarms.stream().filter(alarm -> !alarm.moment().isAfter(now)).toList();
            alarms.removeAll(due);
        }
        due.forEach(alarm -> alarm.call().run());
    }

    /** An alarm is set a moment after its question can be seen. */
    private void awaitAlarms() {
        long open = database.executions().unsettled().stream()
                .filter(execution -> execution.question().isPresent())
                .count();
        while (armed() < open) {
            Thread.onSpinWait();
        }
    }

    private int armed() {
        synchronized (alarms) {
            return alarms.size();
        }
    }

    /** Time goes by, and no alarm rings. */
    void passUnnoticed(Duration time) {
        now = now.plus(time);
    }

    /** All alarms ring, whatever the time. */
    void ringAll() {
        awaitAlarms();
        List<Alarmed> all;
        synchronized (alarms) {
            all = List.copyOf(alarms);
            alarms.clear();
        }
        all.forEach(alarm -> alarm.call().run());
    }

    Execution say(String words) {
        return say(Optional.empty(), words);
    }

    Execution say(Optional<UUID> session, String words) {
        Execution started = executions.start(request(session, words));
        return executions.await(started.id(), Duration.ofSeconds(5));
    }

    static Request request(Optional<UUID> session, String words) {
        return new Request(session, List.of(words), Source.TEXT, Command.LOCAL, Optional.empty());
    }

    /** Shows the open question, then answers it by its id. */
    Execution answer(Execution asking, String words) {
        UUID question = asking.question().orElseThrow().id();
        executions.shown(question);
        AnswerOutcome outcome =
                executions.answer(asking.sessionId(), Optional.of(question), utterance(words), Source.TEXT);
        return executions.await(outcome.execution().id(), Duration.ofSeconds(5));
    }

    Utterance utterance(String words) {
        return new Utterance(words, now, Authority.PERSON, false);
    }

    List<String> turns(UUID session) {
        return database.sessions().history(session, 100).stream()
                .map(turn -> turn.role().word() + ": " + turn.text())
                .toList();
    }

    @Override
    public void close() {
        executions.close();
        database.close();
    }

    private void write(String line) {
        if (diaryBroken) {
            throw new IllegalStateException("the diary cannot be written");
        }
        diary.add(line);
    }

    private void arm(Instant moment, Runnable call) {
        synchronized (alarms) {
            alarms.add(new Alarmed(moment, call));
        }
    }

    private static Interpretation interpret(Asking asking) {
        return interpret(asking, asking.words());
    }

    private static Interpretation interpret(Asking asking, String words) {
        if (words.startsWith("break")) {
            throw new IllegalStateException("the interpreter broke");
        }
        if (words.startsWith("what?")) {
            return new Interpretation.Clarify("Which one?", List.of("look one", "look two"));
        }
        if (words.startsWith("teach")) {
            return new Interpretation.Own(new Deed.Teach("x", words));
        }
        if (words.startsWith("remember")) {
            return new Interpretation.Own(new Deed.Remember(words));
        }
        if (words.equals("again")) {
            return new Interpretation.About(new FollowUp.Again());
        }
        if (words.equals("cancel")) {
            return new Interpretation.Cancel();
        }
        if (!words.matches("(look|change|erase|ruin|missing).*")) {
            return new Interpretation.NotUnderstood("I did not understand that.");
        }
        List<Command> commands = Arrays.stream(words.split(" and then "))
                .map(line -> new Command(line, asking.host(), "test", Map.of(), List.of()))
                .toList();
        return new Interpretation.Planned(
                new Plan.Commands(commands), asking.focus().with("words", words));
    }

    private static Judgement judge(Command command) {
        String line = command.line();
        Verdict verdict = switch (line.split(" ")[0]) {
            case "change" -> Verdict.CONFIRM;
            case "erase" -> Verdict.REPEAT;
            case "ruin" -> Verdict.DENY;
            default -> Verdict.ALLOW;
        };
        return Samples.step(line, verdict).judgement();
    }

    /** Says things so plainly that a test can read them. */
    private static final class PlainSayer implements Sayer {
        @Override
        public String result(CommandResult result) {
            if (result.line().equals("look speechless")) {
                throw new IllegalStateException("no words for it");
            }
            return result.line() + " " + result.ending() + " " + result.exitCode() + ".";
        }

        @Override
        public Portion more(CommandResult result, int from) {
            return new Portion(result.output(), from, true);
        }

        @Override
        public String line(CommandResult result, int number) {
            return "Line " + number + ".";
        }

        @Override
        public String why(CommandResult result) {
            return "Because of " + result.line() + ".";
        }

        @Override
        public List<Figure> figures(CommandResult result) {
            return List.of();
        }

        @Override
        public String readBack(ReadBack asked) {
            String touched =
                    asked.affects().isEmpty() ? "" : " " + asked.affects().getFirst() + ".";
            return "Run " + asked.line() + "?" + touched;
        }

        @Override
        public String repeatBack(ReadBack asked, String object) {
            return "Say " + object + " to run " + asked.line() + ".";
        }

        @Override
        public String denial(String line, String host, List<String> reasons, boolean hardFloor) {
            return "Won't run " + line + ".";
        }
    }
}
