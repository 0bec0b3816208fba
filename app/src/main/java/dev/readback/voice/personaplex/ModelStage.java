package dev.readback.voice.personaplex;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the model server is at, by the lines it logs while it loads and by the bars its downloads draw. */
final class ModelStage {

    private static final Pattern BAR = Pattern.compile("^(.*?):?\\s+(\\d{1,3})%\\|");

    private static final Map<String, String> BY_LINE = Map.of(
            "retrieving voice prompts", "downloading the voices",
            "loading mimi", "loading the audio codec, downloading it the first time",
            "loading moshi", "loading the model; the first time its weights are downloaded, which takes long",
            "moshi loaded", "getting the model onto the device",
            "warming up the model", "warming up the model");

    private ModelStage() {}

    static Optional<String> of(String line) {
        Matcher bar = BAR.matcher(line);
        if (bar.find()) {
            return Optional.of("downloading " + bar.group(1).strip() + ", " + bar.group(2) + " percent");
        }
        return BY_LINE.entrySet().stream()
                .filter(entry -> line.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether a line only redraws a bar. */
    static boolean bar(String line) {
        return BAR.matcher(line).find();
    }
}
