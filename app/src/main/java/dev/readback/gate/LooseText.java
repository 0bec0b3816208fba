package dev.readback.gate;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds substitutions the grammar overlooked. It takes a backquote inside <code>${x:-..}</code>, for one, for plain text; the shell
 * runs it. Whatever the tree calls text must therefore not contain the start of a substitution.
 */
final class LooseText {

    private static final Pattern START = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*(?:`|\\$\\(|\\$\\{)");

    private LooseText() {}

    static Optional<Ruling> judge(ShellNode root) {
        return overlooked(root)
                ? Optional.of(Ruling.never("It hides a command in a place where I cannot read it."))
                : Optional.empty();
    }

    private static boolean overlooked(ShellNode node) {
        if (node.is("raw_string", "ansi_c_string", "comment", "heredoc_start", "heredoc_end") || isToken(node)) {
            return false;
        }
        if (node.is("heredoc_redirect") && quotedDocument(node)) {
            return node.children().stream()
                    .filter(child -> !child.is("heredoc_body"))
                    .anyMatch(LooseText::overlooked);
        }
        return hasStart(node) || node.children().stream().anyMatch(LooseText::overlooked);
    }

    private static boolean isToken(ShellNode node) {
        return !node.named();
    }

    private static boolean quotedDocument(ShellNode redirect) {
        return redirect.children().stream()
                .filter(child -> child.is("heredoc_start"))
                .anyMatch(start -> start.text().matches(".*['\"\\\\].*"));
    }

    /** Looks at the text between the children, which is all of it where there are none. */
    private static boolean hasStart(ShellNode node) {
        int at = node.start();
        for (ShellNode child : node.children()) {
            if (child.start() > at
                    && START.matcher(node.text(at, child.start())).find()) {
                return true;
            }
            at = Math.max(at, child.end());
        }
        return at < node.end() && START.matcher(node.text(at, node.end())).find();
    }
}
