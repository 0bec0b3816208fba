package dev.readback.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a YAML document into {@link Yaml}, every scalar as text. */
final class YamlReader {

    private static final YAMLMapper MAPPER = new YAMLMapper();

    private final String file;
    private final JsonParser parser;

    private YamlReader(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** @throws PhrasebookException where the text is not YAML, or holds a key twice */
    static Yaml read(String file, String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            YamlReader reader = new YamlReader(file, parser);
            return reader.value(parser.nextToken());
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new PhrasebookException(file, line, "this is not YAML: " + e.getOriginalMessage());
        }
    }

    private Yaml value(@Nullable JsonToken token) {
        int line = parser.currentTokenLocation().getLineNr();
        if (token == JsonToken.START_OBJECT) {
            return fields(line);
        }
        if (token == JsonToken.START_ARRAY) {
            return items(line);
        }
        return new Yaml.Text(token == null || token == JsonToken.VALUE_NULL ? "" : parser.getString(), line);
    }

    private Yaml fields(int line) {
        Map<String, Yaml> map = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            int keyLine = parser.currentTokenLocation().getLineNr();
            if (map.put(key, value(parser.nextToken())) != null) {
                throw new PhrasebookException(file, keyLine, "\"" + key + "\" stands here twice");
            }
        }
        return new Yaml.Fields(map, line);
    }

    private Yaml items(int line) {
        List<Yaml> list = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(value(token));
        }
        return new Yaml.Items(list, line);
    }
}
