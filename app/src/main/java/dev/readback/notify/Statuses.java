package dev.readback.notify;

import dev.readback.notify.Outgoing.Answer;
import java.util.Optional;

/** What an HTTP status comes to, where a service does not say more. */
final class Statuses {

    private Statuses() {}

    static Receipt receipt(Answer answer) {
        int status = answer.status();
        return switch (status) {
            case 408, 425 -> new Receipt.Later("It answered with status " + status + ".", answer.retryAfter());
            case 429 -> new Receipt.Later("It wants fewer messages for now.", answer.retryAfter());
            case 401, 403 -> new Receipt.Never("It does not let us in (status " + status + "); look at its token.");
            case 404, 410 -> new Receipt.Never("It is not there (status " + status + "); look at its address.");
            default -> other(answer);
        };
    }

    private static Receipt other(Answer answer) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return new Receipt.Delivered(Optional.empty());
        }
        if (status >= 300 && status < 400) {
            return new Receipt.Never("It sends us elsewhere; set the address it has now.");
        }
        return status >= 500
                ? new Receipt.Later("It has trouble of its own (status " + status + ").", answer.retryAfter())
                : new Receipt.Never("It refused the message (status " + status + ").");
    }
}
