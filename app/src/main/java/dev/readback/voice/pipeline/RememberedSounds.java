package dev.readback.voice.pipeline;

import dev.readback.voice.Mouth;
import dev.readback.voice.Sound;
import dev.readback.voice.SpeechFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mouth that says what it said before without making it again. Keeps the last few minutes' worth of sound. Thread-safe. */
final class RememberedSounds implements Mouth {

    /** Samples: at 24 kHz, eleven minutes and 32 MB. */
    private static final long MOST = 16L << 20;

    private final Mouth mouth;
    private final LinkedHashMap<Said, Sound> sounds = new LinkedHashMap<>(64, 0.75f, true);
    private long held;

    RememberedSounds(Mouth mouth) {
        this.mouth = mouth;
    }

    private record Said(String sentence, String voice, double pace) {}

    @Override
    public String name() {
        return mouth.name();
    }

    @Override
    public Sound say(String sentence, String voice, double pace) {
        Said said = new Said(sentence.strip(), voice, pace);
        Optional<Sound> known = known(said);
        if (known.isPresent()) {
            return known.get();
        }
        Sound sound = mouth.say(sentence, voice, pace);
        keep(said, sound);
        return sound;
    }

    /** Says sentences to itself that will be wanted. */
    void rehearse(List<String> sentences, String voice) {
        for (String sentence : sentences) {
            try {
                say(sentence, voice, 1);
            } catch (SpeechFailure e) {
                return;
            }
        }
    }

    private synchronized Optional<Sound> known(Said said) {
        return Optional.ofNullable(sounds.get(said));
    }

    private synchronized void keep(Said said, Sound sound) {
        Sound before = sounds.put(said, sound);
        held += sound.samples().length - (before == null ? 0 : before.samples().length);
        var oldest = sounds.entrySet().iterator();
        while (held > MOST && oldest.hasNext()) {
            Map.Entry<Said, Sound> gone = oldest.next();
            held -= gone.getValue().samples().length;
            oldest.remove();
        }
    }
}
