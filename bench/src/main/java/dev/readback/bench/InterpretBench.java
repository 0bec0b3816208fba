package dev.readback.bench;

import dev.readback.Owner;
import dev.readback.conversation.Focus;
import dev.readback.intent.Interpretation;
import dev.readback.intent.Interpreter;
import dev.readback.plan.Command;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How long the interpreter takes over an utterance. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InterpretBench {

    @Param({
        "how full is the disk",
        "uh could you please restart apache no wait I mean engine x",
        "tell me a story about the olden days when disks were small"
    })
    private String utterance = "";

    private final Interpreter interpreter = Owner.interpreter();

    @Benchmark
    public Interpretation interpret() {
        return interpreter.interpret(utterance, Focus.NONE, Command.LOCAL);
    }
}
