package dev.readback.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the data files that come with the gate. */
final class ShippedYaml {

    static final YAMLMapper MAPPER = YAMLMapper.builder().build();

    private ShippedYaml() {}

    static String text(String resource) {
        try (InputStream in = ShippedYaml.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new SchemaException(resource + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    static Map<String, List<String>> stringLists(String resource) {
        return MAPPER.readValue(text(resource), new TypeReference<Map<String, List<String>>>() {});
    }
}
