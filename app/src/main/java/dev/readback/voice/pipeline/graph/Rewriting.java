package dev.readback.voice.pipeline.graph;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/** Rewrites a model's file. The file is mapped and the other written as it is made, so that little of either is in the heap. */
public enum Rewriting {
    /** For Kokoro: floats instead of numbers that are quantised as they come. */
    PLAIN_FLOATS {
        @Override
        Graph of(Graph graph) {
            return PlainFloats.of(graph);
        }
    },
    /** For Moonshine's decoder: the table of words is multiplied with as it is quantised. */
    QUANTISED_HEAD {
        @Override
        Graph of(Graph graph) {
            return QuantisedHead.of(graph);
        }
    };

    private static final int GRAPH = 7;

    abstract Graph of(Graph graph);

    /**
     * Writes beside the target first, so that what stands there is always whole.
     *
     * @throws IOException also where the disk is full
     * @throws BrokenGraph where the model cannot be read
     */
    public void write(Path model, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (FileChannel file = FileChannel.open(model);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            rewritten(Message.read(file.map(MapMode.READ_ONLY, 0, file.size()))).write(out);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Message rewritten(Message model) {
        List<Part> parts = model.parts().stream()
                .map(part -> part.number() == GRAPH && part instanceof Part.Bytes graph
                        ? new Part.Nested(
                                GRAPH,
                                of(Graph.read(Message.read(graph.bytes()))).message())
                        : part)
                .toList();
        return new Message(parts);
    }

    /** A process of its own: the rewriting's name, the model, the target. */
    public static void main(String[] args) throws IOException {
        valueOf(args[0].toUpperCase(Locale.ROOT)).write(Path.of(args[1]), Path.of(args[2]));
    }
}
