package dev.readback.intent.model;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.List;

/** The form a language model fills in. */
final class AnswerForm {

    static final String TOOL = "interpretation";

    /** What a command may be about; the names that "it" is remembered by. */
    static final List<String> ABOUT =
            List.of("service", "container", "host", "user", "group", "package", "program", "path", "file", "port");

    static final ToolSpecification SPECIFICATION = ToolSpecification.builder()
            .name(TOOL)
            .description("Hand in what the request means.")
            .parameters(JsonObjectSchema.builder()
                    .addEnumProperty("kind", List.of("commands", "question", "answer", "nothing"))
                    .addProperty("commands", commands())
                    .addProperty("about", about())
                    .addStringProperty("question", "for kind question: one short question")
                    .addProperty(
                            "choices",
                            JsonArraySchema.builder()
                                    .description("for kind question: up to five short answers to offer")
                                    .items(new JsonStringSchema())
                                    .build())
                    .addStringProperty("say", "for kinds answer and nothing: a plain sentence or two")
                    .required("kind")
                    .build())
            .build();

    private AnswerForm() {}

    private static JsonArraySchema commands() {
        return JsonArraySchema.builder()
                .description("for kind commands: one to five, in order; one that fails stops the rest")
                .items(JsonObjectSchema.builder()
                        .addStringProperty("line", "one bash command line, without line breaks")
                        .addStringProperty("why", "a few words")
                        .required("line")
                        .build())
                .build();
    }

    private static JsonObjectSchema about() {
        JsonObjectSchema.Builder about = JsonObjectSchema.builder()
                .description("for kind commands: the names the request is about, exactly as they exist");
        ABOUT.forEach(about::addStringProperty);
        return about.build();
    }
}
