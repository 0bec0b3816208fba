package dev.readback.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TreeSitterBash;

/**
 * Parses shell lines with tree-sitter-bash. Parsers are lent out and handed back rather than tied to threads: virtual threads are
 * too many to own one each. A parse holds its carrier thread for tens of microseconds.
 */
final class ShellTree {

    /** Deeper nesting than anybody writes; beyond it a line counts as unreadable. */
    static final int MOST_DEPTH = 60;

    private static final int MOST_NODES = 20_000;
    private static final ConcurrentLinkedQueue<TSParser> IDLE = new ConcurrentLinkedQueue<>();

    private final SourceText source;
    private int nodes;

    private ShellTree(SourceText source) {
        this.source = source;
    }

    /** The tree of a line; empty when it nests too deeply or is too large to be read. */
    static Optional<ShellNode> parse(String line) {
        TSParser parser = Objects.requireNonNullElseGet(IDLE.poll(), ShellTree::newParser);
        try (TSTree tree = parser.parseString(null, line)) {
            ShellTree copy = new ShellTree(new SourceText(line));
            return Optional.of(copy.node(tree.getRootNode(), "", 0));
        } catch (TooDeep unreadable) {
            return Optional.empty();
        } finally {
            IDLE.add(parser);
        }
    }

    private static TSParser newParser() {
        TSParser parser = new TSParser();
        parser.setLanguage(new TreeSitterBash());
        return parser;
    }

    private ShellNode node(TSNode node, String field, int depth) {
        if (depth > MOST_DEPTH || ++nodes > MOST_NODES) {
            throw new TooDeep();
        }
        int count = node.getChildCount();
        List<ShellNode> children = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String role = Objects.requireNonNullElse(node.getFieldNameForChild(i), "");
            children.add(node(node.getChild(i), role, depth + 1));
        }
        return new ShellNode(
                node.getType(),
                node.isNamed(),
                field,
                source,
                node.getStartByte(),
                node.getEndByte(),
                node.isError() || node.isMissing(),
                List.copyOf(children));
    }

    /** Ends the copying of a tree that is too deep. */
    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooDeep() {
            super("the line nests too deeply", null, false, false);
        }
    }
}
