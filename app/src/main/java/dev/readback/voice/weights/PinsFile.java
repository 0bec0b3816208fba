package dev.readback.voice.weights;

import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The shape of {@code models/speech.yaml}. It comes with the program, so what is wrong in it is a mistake of ours. */
record PinsFile(List<PackageEntry> packages, List<SetEntry> sets) {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    record PackageEntry(String name, String version, long bytes, String integrity) {}

    record SetEntry(
            String name,
            String about,
            boolean usual,
            String from,
            String licence,
            String licensedBy,
            List<FileEntry> files) {}

    record FileEntry(String path, long bytes, String sha256) {}

    static PinsFile read(String yaml) {
        return MAPPER.readValue(yaml, PinsFile.class);
    }

    static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("models/speech.yaml: " + otherwise);
        }
    }
}
