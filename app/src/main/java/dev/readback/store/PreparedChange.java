package dev.readback.store;

import dev.readback.audit.AuditEntry;
import dev.readback.execution.Change;
import dev.readback.execution.Event;
import dev.readback.execution.Execution;
import dev.readback.execution.Execution.RequestKey;
import dev.readback.execution.GivenAnswer;
import dev.readback.execution.Notice;
import dev.readback.question.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A change as rows, made on the caller's thread so that the one writer has little left to do. */
record PreparedChange(
        Optional<SessionRow> session,
        Optional<ExecutionRow> execution,
        List<TurnRow> turns,
        List<AuditEntry> audit,
        List<EventRow> events,
        List<GrantRow> grants,
        List<NoticeRow> notices) {

    record SessionRow(String id, long updatedAt, String record) {}

    record ExecutionRow(
            Execution execution,
            List<UUID> questions,
            List<String> answerKeys,
            Map<String, byte[]> outputs,
            String record) {}

    record TurnRow(String sessionId, String record) {}

    record EventRow(Event event, String record) {}

    record GrantRow(String id, long endsAt, String record) {}

    record NoticeRow(String id, long at, String record) {}

    static PreparedChange of(Change change) {
        return new PreparedChange(
                change.session()
                        .map(it -> new SessionRow(it.id().toString(), Nanos.of(it.updatedAt()), Documents.write(it))),
                change.execution().map(PreparedChange::row),
                change.turns().stream()
                        .map(it -> new TurnRow(it.sessionId().toString(), Documents.write(it)))
                        .toList(),
                change.audit(),
                change.events().stream()
                        .map(it -> new EventRow(it, Documents.write(it)))
                        .toList(),
                change.grants().stream()
                        .map(it -> new GrantRow(it.id().toString(), Nanos.of(it.until()), Documents.write(it)))
                        .toList(),
                change.notices().stream().map(PreparedChange::row).toList());
    }

    private static NoticeRow row(Notice notice) {
        return new NoticeRow(notice.id().toString(), Nanos.of(notice.at()), Documents.write(notice));
    }

    private static ExecutionRow row(Execution execution) {
        Outputs.Detached detached = Outputs.detach(execution);
        Stream<Question> asked = Stream.concat(
                execution.question().stream(), execution.answers().stream().map(GivenAnswer::question));
        return new ExecutionRow(
                execution,
                asked.map(Question::id).distinct().toList(),
                execution.answers().stream()
                        .flatMap(answer -> answer.key().stream())
                        .map(RequestKey::value)
                        .toList(),
                detached.outputs(),
                Documents.write(detached.execution()));
    }
}
