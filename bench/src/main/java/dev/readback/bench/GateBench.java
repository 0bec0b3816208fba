package dev.readback.bench;

import dev.readback.Owner;
import dev.readback.gate.Gate;
import dev.readback.gate.Judgement;
import dev.readback.settings.SettingsReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How long the gate takes over a line. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GateBench {

    @Param({
        "df -h /",
        "find /var/log -name '*.gz' -mtime +30 -print0 | xargs -0 ls -l | sort -k5 -n | tail -20",
        "for f in /etc/nginx/sites-enabled/*; do echo \"$f\"; grep -n server_name \"$f\"; done"
    })
    private String line = "";

    private final Gate gate = Owner.gate(SettingsReader.read(Map.of(), Map.of(), Path.of("no-such-file")));

    @Benchmark
    public Judgement judge() {
        return gate.judge(line);
    }
}
