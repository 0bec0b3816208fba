package dev.readback.store;

import dev.readback.execution.Execution;
import dev.readback.execution.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Takes what commands printed out of an execution, leaving digests in its place, and puts it back. */
final class Outputs {

    private Outputs() {}

    /**
     * An execution and, apart from it, what its commands printed.
     *
     * @param execution with a digest wherever there was output
     * @param outputs by digest, as UTF-8
     */
    record Detached(Execution execution, Map<String, byte[]> outputs) {}

    static Detached detach(Execution execution) {
        Map<String, byte[]> outputs = new HashMap<>();
        Execution without = mapped(execution, text -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            String digest = digest(bytes);
            outputs.put(digest, bytes);
            return digest;
        });
        return new Detached(without, outputs);
    }

    static Execution attach(Execution execution, Map<String, byte[]> outputs) {
        return mapped(
                execution, digest -> new String(outputs.getOrDefault(digest, new byte[0]), StandardCharsets.UTF_8));
    }

    static Execution without(Execution execution) {
        return mapped(execution, digest -> "");
    }

    static boolean any(Execution execution) {
        return execution.steps().stream()
                .flatMap(step -> step.result().stream())
                .anyMatch(result -> !result.output().isEmpty());
    }

    private static Execution mapped(Execution e, UnaryOperator<String> change) {
        return new Execution(
                e.id(),
                e.sessionId(),
                e.source(),
                e.transcript(),
                e.host(),
                e.state(),
                e.steps().stream().map(step -> mapped(step, change)).toList(),
                e.question(),
                e.answers(),
                e.say(),
                e.error(),
                e.createdAt(),
                e.updatedAt(),
                e.version(),
                e.key());
    }

    private static Step mapped(Step step, UnaryOperator<String> change) {
        Optional<Step.Result> result =
                step.result().map(r -> r.output().isEmpty() ? r : r.printing(change.apply(r.output())));
        return new Step(
                step.command(),
                step.judgement(),
                step.preparation(),
                step.runId(),
                step.status(),
                step.startedAt(),
                result);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
