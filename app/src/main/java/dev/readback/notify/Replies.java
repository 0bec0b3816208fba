package dev.readback.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.readback.conversation.Source;
import dev.readback.execution.AnswerOutcome;
import dev.readback.execution.Execution.RequestKey;
import dev.readback.execution.Executions;
import dev.readback.execution.Notice;
import dev.readback.execution.Rejection;
import dev.readback.question.Question;
import dev.readback.question.QuestionKind;
import dev.readback.question.Utterance;
import dev.readback.question.Utterance.Authority;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is written in a channel: only from the configured number, only as a reply to the very message that asked, each once. It may answer a clarifying
 * question or say no; a yes needs the link. Thread-safe.
 */
public final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final Duration A_MOMENT = Duration.ofSeconds(2);
    private static final int LONGEST = 2_000;

    private final String phone;
    private final Outbox outbox;
    private final Executions executions;
    private final Links links;
    private final Function<String, Optional<Channel>> channels;
    private final InstantSource clock;
    private final AtomicLong ignored = new AtomicLong();
    private final ReentrantLock oneByOne = new ReentrantLock();

    /**
     * @param phone who is listened to, as {@code WHATSAPP_PHONE} has it
     * @param channels by their names, to answer by
     */
    public Replies(
            String phone,
            Outbox outbox,
            Executions executions,
            Links links,
            Function<String, Optional<Channel>> channels,
            InstantSource clock) {
        this.phone = digits(phone);
        this.outbox = outbox;
        this.executions = executions;
        this.links = links;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * Takes a message; the same one again does nothing.
     *
     * @throws dev.readback.failure.Failure where it cannot be kept; to be sent again then
     */
    public void received(Incoming incoming) {
        if (!digits(incoming.from()).equals(phone)) {
            ignored.incrementAndGet();
            LOG.atInfo().addKeyValue("channel", incoming.channel()).log("a stranger's message was ignored");
            return;
        }
        oneByOne.lock();
        try {
            if (!outbox.heard(incoming.channel(), incoming.messageId())) {
                take(incoming);
                outbox.hear(incoming.channel(), incoming.messageId(), clock.instant());
            }
        } finally {
            oneByOne.unlock();
        }
    }

    /** How many messages of strangers were ignored since the start. */
    public long ignored() {
        return ignored.get();
    }

    private void take(Incoming incoming) {
        List<Notice> questions =
                incoming.replyTo().map(ref -> outbox.told(incoming.channel(), ref)).orElse(List.of()).stream()
                        .filter(notice -> notice.questionId().isPresent())
                        .toList();
        switch (questions.size()) {
            case 0 -> say(incoming, "Reply to the very message that asks, or open its link.", Optional.empty());
            case 1 -> answer(incoming, questions.getFirst());
            default ->
                say(
                        incoming,
                        "That message held several questions; they are answered on the page.",
                        Optional.of(new Message.Link("Open it here", links.to(questions.getFirst()))));
        }
    }

    private void answer(Incoming incoming, Notice asked) {
        Optional<Question> open = new Questions(executions).open(asked);
        Utterance utterance =
                new Utterance(Wording.cut(incoming.text(), LONGEST), clock.instant(), Authority.CHANNEL, false);
        try {
            told(
                    incoming,
                    asked,
                    open,
                    executions.answer(
                            asked.sessionId(),
                            asked.questionId(),
                            utterance,
                            Source.WHATSAPP,
                            Optional.of(key(incoming))));
        } catch (Rejection e) {
            say(incoming, e.say(), Optional.empty());
        }
    }

    private void told(Incoming incoming, Notice asked, Optional<Question> open, AnswerOutcome outcome) {
        switch (outcome) {
            case AnswerOutcome.Taken taken ->
                say(incoming, executions.say(executions.await(taken.execution().id(), A_MOMENT)), Optional.empty());
            case AnswerOutcome.Repeated repeated ->
                say(incoming, executions.say(repeated.execution()), Optional.empty());
            case AnswerOutcome.StillWaiting(var _, String why) -> {
                boolean wantsYes = open.filter(question -> question.kind() != QuestionKind.CLARIFY)
                        .isPresent();
                String words = wantsYes ? "A yes needs the link" : "Answer here";
                say(incoming, why, Optional.of(new Message.Link(words, links.to(asked))));
            }
        }
    }

    /** Tried once: what it says is on the page as well. */
    private void say(Incoming incoming, String sentence, Optional<Message.Link> link) {
        String key = "reply:" + incoming.messageId();
        Message answer = MessageText.answer(key, sentence, link, clock.instant(), incoming.messageId());
        channels.apply(incoming.channel()).ifPresent(channel -> {
            if (!(channel.deliver(answer) instanceof Receipt.Delivered)) {
                LOG.atWarn().addKeyValue("channel", channel.name()).log("a reply could not be answered");
            }
        });
    }

    private static RequestKey key(Incoming incoming) {
        String name = digest(incoming.channel() + "\n" + incoming.messageId());
        return new RequestKey(
                incoming.channel() + ":" + name, digest(incoming.replyTo().orElse("") + "\n" + incoming.text()));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }
}
