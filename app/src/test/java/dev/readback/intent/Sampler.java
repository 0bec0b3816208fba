package dev.readback.intent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes sentences that a template covers, at random with a fixed seed. */
final class Sampler {

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("service", "nginx"),
            Map.entry("container", "shop-db"),
            Map.entry("host", "example.org"),
            Map.entry("user", "zoe"),
            Map.entry("group", "deployers"),
            Map.entry("package", "curl"),
            Map.entry("program", "ffmpeg"),
            Map.entry("path", "/srv/app.conf"),
            Map.entry("file", "/srv/app.conf"),
            Map.entry("directory", "/srv/app"),
            Map.entry("new-directory", "/srv/app"),
            Map.entry("known-directory", "/var/log"),
            Map.entry("archive", "/srv/app.tar.gz"),
            Map.entry("zip", "/srv/app.zip"),
            Map.entry("time", "22:30"),
            Map.entry("address", "192.0.2.7"),
            Map.entry("new-user", "zoe"),
            Map.entry("dashed", "nightly"),
            Map.entry("known-interface", "eth0"),
            Map.entry("number", "seven"),
            Map.entry("port", "8080"),
            Map.entry("since", "two hours"),
            Map.entry("size", "200 megabytes"),
            Map.entry("identifier", "sandbox"),
            Map.entry("mode", "644"),
            Map.entry("interface", "eth0"),
            Map.entry("zone", "Europe/Vienna"),
            Map.entry("word", "shop"));

    private final Entry entry;
    private final int most;
    private final Random random = new Random(11);

    Sampler(Entry entry, int most) {
        this.entry = entry;
        this.most = most;
    }

    Set<String> sentences(Pattern pattern) {
        Set<String> sentences = new LinkedHashSet<>();
        for (int i = 0; i < most; i++) {
            List<String> words = new ArrayList<>();
            if (say(pattern, words)) {
                sentences.add(String.join(" ", words));
            }
        }
        return sentences;
    }

    private boolean say(Pattern pattern, List<String> words) {
        return switch (pattern) {
            case Pattern.Word word -> words.add(word.word());
            case Pattern.Slot slot -> {
                SlotSpec spec = entry.slots().get(slot.name());
                String value = spec == null ? null : VALUES.get(spec.type());
                yield value != null && words.add(value);
            }
            case Pattern.Sequence sequence -> sequence.parts().stream().allMatch(part -> say(part, words));
            case Pattern.Choice choice ->
                say(choice.options().get(random.nextInt(choice.options().size())), words);
        };
    }
}
