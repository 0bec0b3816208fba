package dev.readback.voice.pipeline.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes in floats what was quantised dynamically: {@code DynamicQuantizeLinear}, {@code ConvInteger} or {@code MatMulInteger}, perhaps {@code Add}, {@code
 * Cast} and {@code Mul} become one {@code Conv} or {@code MatMul}. Larger by three times, and faster where whole-number convolutions are slow.
 */
final class PlainFloats {

    private static final int DETOUR = 8;
    private static final int AT_ONCE = 1 << 16;

    private final Graph graph;
    private final Map<Node, Node> instead = new HashMap<>();
    private final Set<Node> gone = new HashSet<>();
    private final Map<String, Message> made = new LinkedHashMap<>();

    private PlainFloats(Graph graph) {
        this.graph = graph;
    }

    static Graph of(Graph graph) {
        PlainFloats plain = new PlainFloats(graph);
        graph.nodes().stream()
                .filter(node -> node.is("ConvInteger") || node.is("MatMulInteger"))
                .forEach(plain::take);
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (!plain.gone.contains(node)) {
                nodes.add(plain.instead.getOrDefault(node, node));
            }
        }
        return graph.with(nodes, List.copyOf(plain.made.values())).trimmed();
    }

    /** The scheme is left alone wherever it is not the one that is known. */
    private void take(Node product) {
        Optional<Node> quantised =
                graph.maker(product.inputs().get(0)).filter(node -> node.is("DynamicQuantizeLinear"));
        Optional<Weight> weight = graph.weight(product.inputs().get(1));
        Optional<Node> after = onlyUser(product.output());
        Optional<Node> add = after.filter(node -> node.is("Add"));
        Optional<String> bias = add.flatMap(node -> bias(node.otherInput(product.output())));
        Optional<Node> cast = add.isPresent() ? add.flatMap(node -> onlyUser(node.output())) : after;
        Optional<Node> scaled = cast.filter(node -> node.is("Cast"))
                .flatMap(node -> onlyUser(node.output()))
                .filter(node -> node.is("Mul"));
        if (quantised.isEmpty() || weight.isEmpty() || scaled.isEmpty() || add.isPresent() != bias.isPresent()) {
            return;
        }
        Optional<Weight> scale = graph.maker(scaled.get().otherInput(cast.get().output()))
                .filter(node -> node.is("Mul"))
                .flatMap(node ->
                        graph.weight(node.otherInput(quantised.get().outputs().get(1))));
        scale.ifPresent(factor -> {
            List<String> inputs = new ArrayList<>(
                    List.of(quantised.get().inputs().getFirst(), floats(product, weight.get(), factor)));
            bias.ifPresent(inputs::add);
            Node plain = Node.of(
                            product.is("ConvInteger") ? "Conv" : "MatMul",
                            inputs,
                            scaled.get().outputs())
                    .like(product);
            instead.put(product, plain);
            add.ifPresent(gone::add);
            gone.add(cast.get());
            gone.add(scaled.get());
        });
    }

    private Optional<Node> onlyUser(String output) {
        List<Node> users = graph.users(output);
        return users.size() == 1 ? Optional.of(users.getFirst()) : Optional.empty();
    }

    /** The bias as it was before it was quantised to be added, some steps before. */
    private Optional<String> bias(String from) {
        String at = from;
        for (int step = 0; step < DETOUR && graph.weight(at).isEmpty(); step++) {
            Optional<Node> maker = graph.maker(at);
            if (maker.isEmpty()) {
                return Optional.empty();
            }
            at = maker.get().inputs().getFirst();
        }
        return graph.weight(at).filter(weight -> weight.type() == Weight.FLOAT).map(Weight::name);
    }

    private String floats(Node product, Weight weight, Weight scale) {
        String name = weight.name() + "_float";
        boolean convolution = product.is("ConvInteger");
        int count = weight.count();
        int across = convolution
                ? count / (int) (long) weight.shape().getFirst()
                : (int) (long) weight.shape().getLast();
        Optional<Weight> zero =
                product.inputs().size() > 3 ? graph.weight(product.inputs().get(3)) : Optional.empty();
        made.computeIfAbsent(
                name,
                any -> Weight.made(name, Weight.FLOAT, weight.shape(), 4L * count, out -> {
                    Channel channel = index -> convolution ? index / across : index % across;
                    write(out, weight, scale, zero, channel);
                }));
        return name;
    }

    /** Which scale and zero a number has. */
    private interface Channel {
        int of(int index);
    }

    private static void write(OutputStream out, Weight weight, Weight scale, Optional<Weight> zero, Channel channel)
            throws IOException {
        Weight.Numbers numbers = weight.numbers();
        Weight.Numbers scales = scale.numbers();
        Weight.Numbers zeros = zero.map(Weight::numbers).orElse(i -> 0);
        boolean manyScales = scale.count() > 1;
        boolean manyZeros = zero.map(Weight::count).orElse(1) > 1;
        ByteBuffer some = ByteBuffer.allocate(AT_ONCE).order(ByteOrder.LITTLE_ENDIAN);
        int count = weight.count();
        for (int i = 0; i < count; i++) {
            int of = manyScales || manyZeros ? channel.of(i) : 0;
            some.putFloat((numbers.at(i) - zeros.at(manyZeros ? of : 0)) * scales.at(manyScales ? of : 0));
            if (!some.hasRemaining() || i == count - 1) {
                out.write(some.array(), 0, some.position());
                some.clear();
            }
        }
    }
}
