package dev.readback.bench;

import java.util.ArrayList;
import java.util.List;

/** The loudspeaker of a caller: plays what comes in real time, and says so as a browser does. */
final class Playback {

    private static final long REPORT_NS = 250_000_000;
    private static final long NS = 1_000_000_000;

    private long turn = Long.MIN_VALUE;
    private int rate;
    private long bytes;
    private boolean whole;
    private long begun;
    private long reported;
    private boolean sounding;

    void say(long turn, int rate) {
        this.turn = turn;
        this.rate = rate;
        bytes = 0;
        whole = false;
        sounding = false;
    }

    boolean sounding() {
        return sounding;
    }

    long turn() {
        return turn;
    }

    void came(int count) {
        bytes += count;
    }

    void said(long turn) {
        whole = whole || turn == this.turn;
    }

    /** Sound is dropped. */
    void hush() {
        sounding = false;
        rate = 0;
    }

    /** What there is to report now. */
    List<String> reports(long now) {
        List<String> reports = new ArrayList<>();
        if (rate <= 0 || bytes == 0) {
            return reports;
        }
        if (!sounding) {
            sounding = true;
            begun = now;
            reported = now;
            reports.add("{\"type\":\"playing\",\"turn_id\":" + turn + "}");
        }
        long there = bytes / 2 * NS / rate;
        boolean end = whole && now - begun >= there;
        if (end || now - reported >= REPORT_NS) {
            reported = now;
            long ms = Math.min(now - begun, there) / 1_000_000;
            reports.add("{\"type\":\"played\",\"turn_id\":" + turn + ",\"ms\":" + ms + ",\"to_the_end\":" + end + "}");
        }
        if (end) {
            hush();
        }
        return reports;
    }
}
