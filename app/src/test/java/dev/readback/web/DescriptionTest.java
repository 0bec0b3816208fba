package dev.readback.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.memory.Match;
import dev.readback.voice.PersonaPrompts;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** openapi.yaml is written by hand; this holds it to what the server does. */
class DescriptionTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");
    private final JsonNode description =
            new YAMLMapper().readTree(DescriptionTest.class.getResourceAsStream("/openapi.yaml"));

    @Test
    void every_route_is_described_and_every_described_route_is_there() {
        try (WebWorld world = new WebWorld()) {
            Set<String> served = world.server.routes().stream()
                    .map(Route::documentedAs)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(described()).isEqualTo(served);
        }
    }

    private Set<String> described() {
        Set<String> described = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
            path.getValue().propertyNames().stream()
                    .filter(METHODS::contains)
                    .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
        }
        return described;
    }

    static Stream<Arguments> schemas() {
        return Stream.of(
                Arguments.of("Outcome", Views.Outcome.class),
                Arguments.of("Context", Views.ContextView.class),
                Arguments.of("Execution", Views.ExecutionView.class),
                Arguments.of("Command", Views.CommandView.class),
                Arguments.of("Result", Views.ResultView.class),
                Arguments.of("Figure", Views.FigureView.class),
                Arguments.of("Question", Views.QuestionView.class),
                Arguments.of("GivenAnswer", Views.AnswerView.class),
                Arguments.of("Session", SessionList.Entry.class),
                Arguments.of("Turn", Views.TurnView.class),
                Arguments.of("History", RecordRoutes.HistoryView.class),
                Arguments.of("Latency", RecordRoutes.LatencyView.class),
                Arguments.of("LatencyStage", VoiceViews.StageView.class),
                Arguments.of("AuditRecord", RecordRoutes.AuditView.class),
                Arguments.of("Grant", OperationRoutes.GrantView.class),
                Arguments.of("Notifications", ChannelRoutes.StandingView.class),
                Arguments.of("Channel", ChannelRoutes.ChannelView.class),
                Arguments.of("Undelivered", ChannelRoutes.UndeliveredView.class),
                Arguments.of("Health", OperationRoutes.HealthView.class),
                Arguments.of("Code", LoginRoutes.CodeView.class),
                Arguments.of("Link", LinkRoutes.LinkView.class),
                Arguments.of("IssuedLink", LinkRoutes.IssuedLinkView.class),
                Arguments.of("Hit", Match.class),
                Arguments.of("PersonaPrompt", PersonaRoutes.PromptView.class),
                Arguments.of("PersonaVoices", PersonaRoutes.VoicesView.class),
                Arguments.of("PersonaCategory", PersonaPrompts.Category.class),
                Arguments.of("PersonaPlace", PersonaRoutes.PlaceView.class),
                Arguments.of("Problem", Problem.class),
                Arguments.of("TurnEvent", EventText.SaidView.class),
                Arguments.of("StateEvent", EventText.StateView.class),
                Arguments.of("OutputEvent", EventText.OutputView.class),
                Arguments.of("ProgressEvent", EventText.ProgressView.class),
                Arguments.of("QuestionEvent", EventText.AskedView.class),
                Arguments.of("QuestionClosedEvent", EventText.ClosedView.class));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void a_schema_has_the_fields_that_are_sent_in_their_order(String name, Class<?> view) {
        assertThat(List.copyOf(schema(name).get("properties").propertyNames())).isEqualTo(fields(view));
        assertThat(schema(name).get("required").valueStream().map(JsonNode::stringValue))
                .isSubsetOf(fields(view));
    }

    @Test
    void every_code_a_problem_may_carry_is_described() {
        assertThat(schema("Problem").at("/properties/code/enum").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(ProblemStatus.codes());
    }

    @Test
    void every_reference_leads_somewhere() {
        List<JsonNode> references = new ArrayList<>();
        description.findValues("$ref", references);
        assertThat(references).isNotEmpty();
        assertThat(references.stream().map(JsonNode::stringValue).distinct())
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private JsonNode schema(String name) {
        return description.at("/components/schemas/" + name);
    }

    private static List<String> fields(Class<?> view) {
        return Arrays.stream(view.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
    }
}
