package dev.readback.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Lists of texts in the server's answers. */
final class Texts {

    private Texts() {}

    /** The texts of a list; none where there is no list. */
    static List<String> of(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.asString("")));
        return texts;
    }
}
