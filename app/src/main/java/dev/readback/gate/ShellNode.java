package dev.readback.gate;

import java.util.List;
import java.util.stream.Stream;

/**
 * One node of a parsed line, copied out of the native tree so that nothing native outlives the parse.
 *
 * @param kind the grammar's name for it, such as {@code command} or {@code ;}
 * @param named whether it is a rule of the grammar (true) or a token (false)
 * @param field the role it plays in its parent, empty when it has none
 * @param start offset of its first byte in {@code source}
 * @param end offset after its last byte
 * @param broken whether the parser had to guess here
 */
record ShellNode(
        String kind,
        boolean named,
        String field,
        SourceText source,
        int start,
        int end,
        boolean broken,
        List<ShellNode> children) {

    String text() {
        return text(start, end);
    }

    String text(int from, int to) {
        return source.part(from, to);
    }

    boolean is(String... kinds) {
        for (String each : kinds) {
            if (kind.equals(each)) {
                return true;
            }
        }
        return false;
    }

    Stream<ShellNode> named(String field) {
        return children.stream().filter(child -> child.field.equals(field));
    }

    boolean hasToken(String token) {
        return children.stream().anyMatch(child -> !child.named && child.kind.equals(token));
    }

    /** This node and everything below it, parents first. */
    Stream<ShellNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(ShellNode::all));
    }
}
