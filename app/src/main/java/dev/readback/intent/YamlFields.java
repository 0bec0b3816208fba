package dev.readback.intent;

import dev.readback.spelling.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one YAML mapping, taken strictly: an unknown key or a wrong shape is an error with file and line. */
final class YamlFields {

    private final String file;
    private final Yaml.Fields fields;

    private YamlFields(String file, Yaml.Fields fields) {
        this.file = file;
        this.fields = fields;
    }

    static YamlFields of(String file, Yaml yaml, Collection<String> allowed) {
        YamlFields result = any(file, yaml);
        result.fields.map().forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw new PhrasebookException(
                        file, value.line(), "unknown key \"" + key + "\"" + Nearest.suggestion(key, allowed));
            }
        });
        return result;
    }

    static YamlFields any(String file, Yaml yaml) {
        if (yaml instanceof Yaml.Fields fields) {
            return new YamlFields(file, fields);
        }
        throw new PhrasebookException(file, yaml.line(), "here belongs a mapping of keys to values");
    }

    int line() {
        return fields.line();
    }

    Map<String, Yaml> map() {
        return fields.map();
    }

    Optional<Yaml> find(String key) {
        return Optional.ofNullable(fields.map().get(key));
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> error("\"" + key + "\" is missing"));
    }

    Optional<String> optionalText(String key) {
        return find(key).map(this::asText);
    }

    List<String> texts(String key) {
        return find(key).map(this::asTexts).orElse(List.of());
    }

    /** Key → text, for a mapping under {@code key}; empty when there is none. */
    Map<String, String> textMap(String key) {
        Map<String, String> result = new LinkedHashMap<>();
        find(key).ifPresent(yaml -> any(file, yaml).map().forEach((name, value) -> result.put(name, asText(value))));
        return result;
    }

    private String asText(Yaml yaml) {
        if (yaml instanceof Yaml.Text text) {
            return text.value();
        }
        throw new PhrasebookException(file, yaml.line(), "here belongs a text");
    }

    List<String> asTexts(Yaml yaml) {
        List<String> result = new ArrayList<>();
        for (Yaml item : items(yaml)) {
            result.add(asText(item));
        }
        return result;
    }

    List<Yaml> items(Yaml yaml) {
        if (yaml instanceof Yaml.Items items) {
            return items.list();
        }
        throw new PhrasebookException(file, yaml.line(), "here belongs a list");
    }

    PhrasebookException error(String problem) {
        return new PhrasebookException(file, fields.line(), problem);
    }
}
