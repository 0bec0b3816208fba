package dev.readback.gate;

import java.time.Instant;
import java.util.UUID;

/**
 * "Yes, and don't ask again for ten minutes": lets exactly one command line on exactly one host pass unasked for a while. Softens
 * {@code CONFIRM} only, never {@code REPEAT} or {@code DENY}.
 *
 * @param line the command line, byte for byte
 * @param host the host it was approved for
 * @param until when it ends
 */
public record Grant(UUID id, String line, String host, Instant until) {

    public boolean covers(String line, String host, Instant now) {
        return this.line.equals(line) && this.host.equals(host) && now.isBefore(until);
    }
}
