package dev.readback.voice.pipeline.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The nodes and weights of a model, or of a branch of it (onnx.proto, {@code GraphProto}). Not changed; what is made of it is another. */
final class Graph {

    private static final int NODE = 1;
    private static final int WEIGHT = 5;
    private static final int OUTPUT = 12;

    private final List<Node> nodes;
    private final List<Weight> weights;
    private final List<Message> added;
    private final List<Part> rest;
    private final Map<String, Weight> weightsByName = new HashMap<>();
    private final Map<String, Node> makers = new HashMap<>();
    private final Map<String, List<Node>> users = new HashMap<>();

    private Graph(List<Node> nodes, List<Weight> weights, List<Message> added, List<Part> rest) {
        this.nodes = nodes;
        this.weights = weights;
        this.added = added;
        this.rest = rest;
        weights.forEach(weight -> weightsByName.put(weight.name(), weight));
        for (Node node : nodes) {
            node.outputs().forEach(output -> makers.put(output, node));
            node.inputs()
                    .forEach(input -> users.computeIfAbsent(input, any -> new ArrayList<>())
                            .add(node));
        }
    }

    static Graph read(Message message) {
        return new Graph(
                message.bytes(NODE)
                        .map(part -> Node.read(Message.read(part.bytes())))
                        .toList(),
                message.bytes(WEIGHT)
                        .map(part -> Weight.read(Message.read(part.bytes())))
                        .toList(),
                List.of(),
                message.parts().stream()
                        .filter(part -> part.number() != NODE && part.number() != WEIGHT)
                        .toList());
    }

    /** With other nodes, in an order in which they can be computed, and with weights beside its own. */
    Graph with(List<Node> others, List<Message> moreWeights) {
        return new Graph(others, weights, moreWeights, rest);
    }

    /** Without nodes and weights of it nobody needs. */
    Graph trimmed() {
        List<Node> kept = new ArrayList<>(nodes);
        Set<String> used = used(kept);
        while (dropped(kept, used)) {
            used = used(kept);
        }
        Set<String> needed = used;
        return new Graph(
                kept,
                weights.stream()
                        .filter(weight -> needed.contains(weight.name()))
                        .toList(),
                added,
                rest);
    }

    private static boolean dropped(List<Node> nodes, Set<String> used) {
        return nodes.removeIf(node -> node.outputs().stream().noneMatch(used::contains));
    }

    private Set<String> used(List<Node> by) {
        Set<String> used = new HashSet<>();
        rest.stream()
                .filter(part -> part.number() == OUTPUT && part instanceof Part.Bytes)
                .forEach(part ->
                        used.addAll(Message.read(((Part.Bytes) part).bytes()).texts(1)));
        by.forEach(node -> used.addAll(node.inputs()));
        return used;
    }

    List<Node> nodes() {
        return nodes;
    }

    Optional<Weight> weight(String name) {
        return Optional.ofNullable(weightsByName.get(name));
    }

    Optional<Node> maker(String output) {
        return Optional.ofNullable(makers.get(output));
    }

    List<Node> users(String output) {
        return users.getOrDefault(output, List.of());
    }

    Message message() {
        List<Part> parts = new ArrayList<>();
        nodes.forEach(node -> parts.add(new Part.Nested(NODE, node.message())));
        weights.forEach(weight -> parts.add(new Part.Nested(WEIGHT, weight.message())));
        added.forEach(weight -> parts.add(new Part.Nested(WEIGHT, weight)));
        parts.addAll(rest);
        return new Message(parts);
    }
}
