package dev.readback.voice;

import java.util.List;
import java.util.function.BooleanSupplier;

/** Turns speech into words. Blocking, may take a few hundred milliseconds; one call at a time for each conversation. Thread-safe. */
public interface Recogniser {

    /** Such as {@code Moonshine base}. */
    String name();

    /**
     * @param samples one utterance, or the beginning of one; mono, 16 kHz, −1 to 1
     * @param hints names that are likely to be spoken of, such as those of this machine's services; no more than a nudge
     * @param abandoned asked from time to time; once true, the rest is not worth working out and what comes back does not matter
     * @throws SpeechFailure {@code recognition_failed}
     */
    Heard recognise(float[] samples, List<String> hints, BooleanSupplier abandoned);
}
