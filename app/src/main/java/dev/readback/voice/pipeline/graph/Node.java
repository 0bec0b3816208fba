package dev.readback.voice.pipeline.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A node of a graph (onnx.proto, {@code NodeProto}). Compared by identity: two may look the same.
 *
 * <p>Not a record for that reason.
 */
final class Node {

    private static final int INPUT = 1;
    private static final int OUTPUT = 2;
    private static final int OP = 4;
    private static final int ATTRIBUTE = 5;

    private final List<String> inputs;
    private final List<String> outputs;
    private final String op;
    private final List<Part> others;

    private Node(List<String> inputs, List<String> outputs, String op, List<Part> others) {
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
        this.op = op;
        this.others = List.copyOf(others);
    }

    static Node read(Message message) {
        List<Part> others = message.parts().stream()
                .filter(part -> part.number() != INPUT && part.number() != OUTPUT && part.number() != OP)
                .toList();
        return new Node(message.texts(INPUT), message.texts(OUTPUT), String.join("", message.texts(OP)), others);
    }

    static Node of(String op, List<String> inputs, List<String> outputs) {
        return new Node(inputs, outputs, op, List.of());
    }

    /** With the attributes of another, such as strides. */
    Node like(Node other) {
        return new Node(inputs, outputs, op, other.attributes());
    }

    /** With other fields beside inputs, outputs and operation. */
    Node with(List<Part> replaced) {
        return new Node(inputs, outputs, op, replaced);
    }

    List<String> inputs() {
        return inputs;
    }

    /** The input that is not this one, of two. */
    String otherInput(String one) {
        return inputs.get(inputs.getFirst().equals(one) ? 1 : 0);
    }

    List<String> outputs() {
        return outputs;
    }

    String output() {
        return outputs.getFirst();
    }

    boolean is(String other) {
        return op.equals(other);
    }

    List<Part> others() {
        return others;
    }

    private List<Part> attributes() {
        return others.stream().filter(part -> part.number() == ATTRIBUTE).toList();
    }

    Message message() {
        List<Part> parts = new ArrayList<>();
        inputs.forEach(input -> parts.add(Part.Bytes.of(INPUT, input)));
        outputs.forEach(output -> parts.add(Part.Bytes.of(OUTPUT, output)));
        parts.add(Part.Bytes.of(OP, op));
        parts.addAll(others);
        return new Message(parts);
    }
}
