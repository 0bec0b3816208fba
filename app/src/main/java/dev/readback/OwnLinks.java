package dev.readback;

import dev.readback.execution.Execution;
import dev.readback.execution.Executions;
import dev.readback.execution.Notice;
import dev.readback.notify.Links;
import dev.readback.question.Question;
import dev.readback.settings.Settings;
import dev.readback.web.auth.AnswerLink;
import dev.readback.web.auth.AnswerLinks;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** The links notifications carry: to the public address where one is set, else to this machine, where only it can follow them. */
final class OwnLinks implements Links {

    private final AnswerLinks codes;
    private final Executions executions;
    private final Supplier<URI> base;

    /** @param base where people reach the page */
    OwnLinks(AnswerLinks codes, Executions executions, Supplier<URI> base) {
        this.codes = codes;
        this.executions = executions;
        this.base = base;
    }

    /** The same notice has the same link for as long as its question waits. */
    @Override
    public URI to(Notice notice) {
        Optional<AnswerLink.Open> open = notice.questionId()
                .map(id -> new AnswerLink.Open(
                        id, question(notice).map(Question::expiresAt).orElse(notice.at())));
        return codes.addressAt(base.get(), AnswerLink.to(notice.executionId(), notice.sessionId(), open, notice.at()));
    }

    private Optional<Question> question(Notice notice) {
        return executions
                .find(notice.executionId())
                .flatMap(Execution::question)
                .filter(question -> notice.questionId().equals(Optional.of(question.id())));
    }

    /** What a person should know of where links lead; for the settings and the checkup. */
    static String reach(Settings settings) {
        return settings.publicUrl()
                .map(url -> "Links in notifications lead to " + url + ".")
                .orElse("Links in notifications open on this machine only, until READBACK_PUBLIC_URL is set.");
    }
}
