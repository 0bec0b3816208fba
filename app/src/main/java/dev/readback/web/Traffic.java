package dev.readback.web;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.IntSupplier;

/** Counts calls and how long they took, by route and status, for {@code /metrics}. */
final class Traffic {
    private static final String BEGUN = "begun";
    private final PrometheusMeterRegistry meters;

    Traffic(PrometheusMeterRegistry meters, IntSupplier openStreams, IntSupplier openVoices) {
        this.meters = meters;
        count("readback.event.streams", openStreams);
        count("readback.voice.connections", openVoices);
    }

    /** Nobody else holds the supplier; a gauge alone would let it go. */
    private void count(String name, IntSupplier open) {
        Gauge.builder(name, open::getAsInt).strongReference(true).register(meters);
    }

    void begin(Context context) {
        context.attribute(BEGUN, System.nanoTime());
    }

    void end(Context context) {
        if (context.attribute(BEGUN) instanceof Long begun) {
            Timer.builder("readback.http.requests")
                    .tag("route", context.endpoint().path)
                    .tag("method", context.method().name())
                    .tag("status", Integer.toString(context.statusCode()))
                    .register(meters)
                    .record(Duration.ofNanos(System.nanoTime() - begun));
        }
    }
}
