package dev.readback.voice.weights;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What npm says when it fails, as one of our failures. Its addresses and paths are not repeated: there may be passwords in them. */
final class NpmComplaint {

    private static final Pattern CODE = Pattern.compile("(?m)^npm (?:error|ERR!) code (\\S+)");
    private static final int NOT_FOUND = 127;
    private static final int SIGNALS = 128;

    private static final Set<String> UNREACHABLE = Set.of(
            "ENOTFOUND",
            "EAI_AGAIN",
            "ECONNREFUSED",
            "ECONNRESET",
            "ETIMEDOUT",
            "EHOSTUNREACH",
            "ENETUNREACH",
            "EPIPE",
            "ERR_SOCKET_TIMEOUT",
            "FETCH_ERROR",
            "ENOTCACHED",
            "E500",
            "E502",
            "E503",
            "E504");

    private NpmComplaint() {}

    static WeightFailure of(PinnedPackage wanted, int status, String said) {
        if (status == NOT_FOUND) {
            return WeightFailure.nodeMissing();
        }
        if (status > SIGNALS) {
            return WeightFailure.killed(status - SIGNALS);
        }
        Matcher code = CODE.matcher(said);
        return code.find()
                ? coded(wanted, code.group(1))
                : WeightFailure.npmFailed(wanted, "it ended with status " + status);
    }

    private static WeightFailure coded(PinnedPackage wanted, String code) {
        if (UNREACHABLE.contains(code)) {
            return WeightFailure.unreachable(code);
        }
        return switch (code) {
            case "E401", "E403", "E407", "ENEEDAUTH" -> WeightFailure.refused(code);
            case "E404", "ETARGET", "ENOVERSIONS" -> WeightFailure.unknownThere(wanted, code);
            case "EINTEGRITY" -> WeightFailure.notAsPinned(wanted.spec());
            case "ENOSPC" -> WeightFailure.npmFailed(wanted, "the disk is full");
            default -> WeightFailure.npmFailed(wanted, "it says " + code);
        };
    }
}
