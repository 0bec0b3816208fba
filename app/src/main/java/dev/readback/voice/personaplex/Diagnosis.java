package dev.readback.voice.personaplex;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Works out from how a connection broke what is wrong, since a server of PersonaPlex never tells: every failure is a cut line, or a close without words. */
final class Diagnosis {

    private static final int NORMAL = 1000;
    private static final int SERVER_ERRORS = 500;
    private static final int MOST_CAUSES = 20;

    private final Patience patience;

    Diagnosis(Patience patience) {
        this.patience = patience;
    }

    /** @param inPhase how long it had been preparing, or talking */
    Trouble of(Break how, Phase phase, Duration inPhase) {
        return switch (how) {
            case Break.TooLarge large -> Trouble.TOO_LARGE;
            case Break.Closed(int code)
            when code == NORMAL -> phase == Phase.TALKING ? Trouble.BROKE_OFF : Trouble.BROKE_OFF_EARLY;
            case Break.Broken(Throwable why) when phase == Phase.OPENING -> unopened(why);
            case Break.Closed cut -> cut(phase, inPhase);
            case Break.Broken cut -> cut(phase, inPhase);
            case Break.Aborted cut -> cut(phase, inPhase);
        };
    }

    private Trouble cut(Phase phase, Duration inPhase) {
        return switch (phase) {
            case OPENING -> Trouble.NO_ANSWER;
            case PREPARING ->
                inPhase.compareTo(patience.refusedWithin()) < 0 ? Trouble.REFUSED : Trouble.BROKE_OFF_EARLY;
            case TALKING, CLOSING, DOWN -> Trouble.LOST;
        };
    }

    /** What kept it from being opened. */
    static Trouble unopened(Throwable failed) {
        List<Throwable> causes = causes(failed);
        return causes.stream()
                .flatMap(cause -> named(cause).stream())
                .findFirst()
                .orElseGet(() -> refused(causes) ? Trouble.NOBODY_LISTENS : Trouble.NO_ANSWER);
    }

    /** What an answer to plain HTTP means; the right server refuses it with 400, others with 426. */
    static Optional<Trouble> answered(int status) {
        return status == 400 || status == 426 ? Optional.empty() : Optional.of(refused(status));
    }

    private static List<Trouble> named(Throwable cause) {
        return switch (cause) {
            case WebSocketHandshakeException answered ->
                List.of(refused(answered.getResponse().statusCode()));
            case CertificateException untrusted -> List.of(Trouble.NOT_TRUSTED);
            case SSLException tls -> tls(tls);
            case UnknownHostException unknown -> List.of(Trouble.NO_SUCH_HOST);
            case UnresolvedAddressException unknown -> List.of(Trouble.NO_SUCH_HOST);
            case HttpTimeoutException late -> List.of(Trouble.NO_ANSWER);
            case ProtocolException garbled -> List.of(Trouble.WANTS_TLS);
            case Throwable other -> silent(other) ? List.of(Trouble.WANTS_TLS) : List.of();
        };
    }

    private static Trouble refused(int status) {
        return status >= SERVER_ERRORS ? Trouble.NO_ANSWER : Trouble.WRONG_ADDRESS;
    }

    /** A handshake that failed for the certificate has its reason among the causes that follow. */
    private static List<Trouble> tls(SSLException tls) {
        boolean certificate = causes(tls).stream().anyMatch(cause -> cause instanceof GeneralSecurityException);
        return List.of(certificate ? Trouble.NOT_TRUSTED : Trouble.NO_TLS);
    }

    private static List<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, next -> next != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .toList();
    }

    /** Asked last, for it is wrapped around other reasons too. */
    private static boolean refused(List<Throwable> causes) {
        return causes.stream().anyMatch(cause -> cause instanceof ConnectException);
    }

    private static boolean silent(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("received no bytes") || message.contains("Invalid status line");
    }
}
