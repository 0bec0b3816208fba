package dev.readback.intent;

import java.util.List;
import java.util.Map;

/** A piece of a YAML document that knows the line it stands on. */
sealed interface Yaml {

    int line();

    record Text(String value, int line) implements Yaml {}

    record Items(List<Yaml> list, int line) implements Yaml {}

    record Fields(Map<String, Yaml> map, int line) implements Yaml {}
}
