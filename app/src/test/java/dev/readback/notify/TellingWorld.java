package dev.readback.notify;

import dev.readback.conversation.Source;
import dev.readback.execution.Change;
import dev.readback.execution.Execution;
import dev.readback.execution.ListedEvents;
import dev.readback.execution.Notice;
import dev.readback.execution.Notice.Kind;
import dev.readback.execution.Request;
import dev.readback.execution.ScriptedExecutions;
import dev.readback.plan.Command;
import dev.readback.question.Question;
import dev.readback.question.Utterance;
import dev.readback.question.Utterance.Authority;
import dev.readback.store.Database;
import dev.readback.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** A real outbox, scripted executions and channels, and a clock in the test's hand; telling goes on when the test says so. */
final class TellingWorld implements AutoCloseable {

    final ScriptedExecutions executions = new ScriptedExecutions(new ListedEvents());
    final List<Channel> channels = new ArrayList<>();
    final Set<UUID> present = new HashSet<>();
    private final Path folder;
    Instant now = Instant.now();
    Database database;
    private Deciding deciding;
    private Delivering delivering;
    final Health health = new Health();

    TellingWorld(Path folder) {
        this.folder = folder;
        database = Database.open(StoreSettings.sqlite(folder));
        wire();
    }

    private void wire() {
        NotifierParts parts = parts();
        deciding = new Deciding(parts, present::contains);
        delivering = new Delivering(parts, health, Runnable::run, () -> {});
    }

    NotifierParts parts() {
        return new NotifierParts(
                database.outbox(),
                executions,
                () -> channels,
                notice -> URI.create("https://readback.example.org/?session=" + notice.sessionId()),
                new Wishes(true, true, Optional.empty(), ZoneOffset.UTC),
                () -> now,
                new Random(1));
    }

    ScriptedChannel channel(String name) {
        ScriptedChannel channel = new ScriptedChannel(name);
        channels.add(channel);
        return channel;
    }

    /** Puts everything down without a word and takes it up again. */
    void restart() {
        database.close();
        database = Database.open(StoreSettings.sqlite(folder));
        wire();
    }

    /** One round; when the next is due. */
    Optional<Instant> round() {
        Optional<Instant> look = deciding.round(now);
        Optional<Instant> due = delivering.round(now);
        return look.isPresent() && due.isPresent()
                ? Optional.of(look.get().isBefore(due.get()) ? look.get() : due.get())
                : look.or(() -> due);
    }

    void pass(Duration time) {
        now = now.plus(time);
        round();
    }

    Execution ask(String words) {
        Execution asked = executions.start(
                new Request(Optional.empty(), List.of(words), Source.TEXT, Command.LOCAL, Optional.empty()));
        Question question = asked.question().orElseThrow();
        put(new Notice(
                UUID.randomUUID(),
                Kind.QUESTION,
                asked.sessionId(),
                asked.id(),
                Optional.of(question.id()),
                question.text(),
                Duration.ZERO,
                now));
        return asked;
    }

    void answer(Execution asked) {
        executions.answer(
                asked.sessionId(),
                asked.question().map(Question::id),
                new Utterance("no", now, Authority.PERSON, false),
                Source.TEXT);
    }

    Notice ended(Kind kind, Duration lasted) {
        Notice notice = new Notice(
                UUID.randomUUID(),
                kind,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Optional.empty(),
                "The backup ran.",
                lasted,
                now);
        put(notice);
        return notice;
    }

    private void put(Notice notice) {
        database.executions()
                .commit(new Change(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(notice)));
    }

    @Override
    public void close() {
        database.close();
    }
}
