package dev.readback.voice.pipeline.graph;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Multiplies with the table of words as it is quantised. A decoder as it is published turns and dequantises the whole table for each token: {@code Transpose},
 * {@code DequantizeLinear}, {@code MatMul}. Here the table is turned once, in the file, and multiplied in whole numbers: {@code DynamicQuantizeLinear}, {@code
 * MatMulInteger}, {@code Cast}, {@code Mul}. Looks into the branches of the model.
 */
final class QuantisedHead {

    private static final int ATTRIBUTE = 5;
    private static final int BRANCH = 6;

    private final Graph model;
    private final Map<String, Message> turned = new LinkedHashMap<>();

    private QuantisedHead(Graph model) {
        this.model = model;
    }

    static Graph of(Graph model) {
        QuantisedHead head = new QuantisedHead(model);
        List<Node> nodes = model.nodes().stream().map(head::inBranches).toList();
        return model.with(nodes, List.copyOf(head.turned.values()));
    }

    private Node inBranches(Node node) {
        List<Part> others = node.others().stream()
                .map(part -> part.number() == ATTRIBUTE && part instanceof Part.Bytes attribute
                        ? new Part.Nested(ATTRIBUTE, inBranch(Message.read(attribute.bytes())))
                        : part)
                .toList();
        return node.with(others);
    }

    private Message inBranch(Message attribute) {
        return new Message(attribute.parts().stream()
                .map(part -> part.number() == BRANCH && part instanceof Part.Bytes graph
                        ? new Part.Nested(
                                BRANCH,
                                changed(Graph.read(Message.read(graph.bytes()))).message())
                        : part)
                .toList());
    }

    private Graph changed(Graph branch) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : branch.nodes()) {
            Optional<Node> dequantised = node.is("MatMul")
                    ? branch.maker(node.inputs().get(1)).filter(maker -> maker.is("DequantizeLinear"))
                    : Optional.empty();
            Optional<Weight> table = dequantised
                    .flatMap(maker -> branch.maker(maker.inputs().getFirst()))
                    .filter(maker -> maker.is("Transpose"))
                    .flatMap(maker -> model.weight(maker.inputs().getFirst()))
                    .filter(weight -> weight.shape().size() == 2);
            if (dequantised.isPresent() && table.isPresent()) {
                nodes.addAll(multiplied(node, dequantised.get(), turned(table.get())));
            } else {
                nodes.add(node);
            }
        }
        // What turned and dequantised the table is used by nobody any more, and the runtime would do it all the same.
        return branch.with(nodes, List.of()).trimmed();
    }

    private static List<Node> multiplied(Node product, Node dequantised, String table) {
        String out = product.output();
        String scale = dequantised.inputs().get(1);
        String zero = dequantised.inputs().get(2);
        List<String> quantised = List.of(out + "_quantised", out + "_scale", out + "_zero");
        Part toFloat = new Part.Nested(
                ATTRIBUTE,
                new Message(List.of(Part.Bytes.of(1, "to"), Part.Whole.of(3, Weight.FLOAT), Part.Whole.of(20, 2))));
        return List.of(
                Node.of("DynamicQuantizeLinear", List.of(product.inputs().getFirst()), quantised),
                Node.of(
                        "MatMulInteger",
                        List.of(quantised.getFirst(), table, quantised.getLast(), zero),
                        List.of(out + "_whole")),
                Node.of("Cast", List.of(out + "_whole"), List.of(out + "_cast")).with(List.of(toFloat)),
                Node.of("Mul", List.of(quantised.get(1), scale), List.of(out + "_scales")),
                Node.of("Mul", List.of(out + "_cast", out + "_scales"), List.of(out)));
    }

    private String turned(Weight table) {
        String name = table.name() + "_turned";
        int rows = (int) (long) table.shape().getFirst();
        int columns = (int) (long) table.shape().getLast();
        turned.computeIfAbsent(
                name,
                any -> Weight.made(
                        name,
                        table.type(),
                        List.of((long) columns, (long) rows),
                        (long) rows * columns,
                        out -> write(out, table.numbers(), rows, columns)));
        return name;
    }

    private static void write(OutputStream to, Weight.Numbers numbers, int rows, int columns) throws IOException {
        OutputStream out = new BufferedOutputStream(to);
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                out.write((int) numbers.at(row * columns + column));
            }
        }
        out.flush();
    }
}
