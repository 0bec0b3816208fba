package dev.readback.notify;

import dev.readback.notify.ChannelStanding.State;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How each channel did the last time. Thread-safe. */
final class Health {

    private final Map<String, ChannelStanding> byName = new ConcurrentHashMap<>();

    void note(String channel, Receipt receipt, Instant at) {
        byName.put(
                channel,
                switch (receipt) {
                    case Receipt.Delivered taken -> standing(channel, State.OK, at, "The last message was taken.");
                    case Receipt.Later(String why, var _) -> standing(channel, State.FAILING, at, why);
                    case Receipt.Never(String why) -> standing(channel, State.FAILING, at, why);
                });
    }

    ChannelStanding of(String channel) {
        return Optional.ofNullable(byName.get(channel))
                .orElseGet(() -> new ChannelStanding(
                        channel, State.UNTRIED, Optional.empty(), "Nothing has been sent since the start."));
    }

    private static ChannelStanding standing(String name, State state, Instant at, String detail) {
        return new ChannelStanding(name, state, Optional.of(at), detail);
    }
}
