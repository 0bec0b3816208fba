package dev.readback.voice;

import dev.readback.failure.Failure;

/** Speech could not be made out or made: {@code recognition_failed}, {@code synthesis_failed}. */
public final class SpeechFailure extends Failure {

    public SpeechFailure(String code, String sentence, Throwable cause) {
        super(code, sentence, cause);
    }

    public SpeechFailure(String code, String sentence) {
        super(code, sentence);
    }
}
