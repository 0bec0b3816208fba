package dev.readback.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says whether a tree holds only what the gate understands. */
final class UnderstoodTree {

    private static final Set<String> KNOWN = Set.of(
            "program",
            "command",
            "command_name",
            "word",
            "string",
            "string_content",
            "raw_string",
            "ansi_c_string",
            "translated_string",
            "concatenation",
            "simple_expansion",
            "expansion",
            "variable_name",
            "special_variable_name",
            "command_substitution",
            "process_substitution",
            "pipeline",
            "list",
            "subshell",
            "compound_statement",
            "redirected_statement",
            "file_redirect",
            "heredoc_redirect",
            "heredoc_body",
            "heredoc_start",
            "heredoc_end",
            "heredoc_content",
            "herestring_redirect",
            "file_descriptor",
            "for_statement",
            "c_style_for_statement",
            "while_statement",
            "do_group",
            "if_statement",
            "elif_clause",
            "else_clause",
            "case_statement",
            "case_item",
            "function_definition",
            "test_command",
            "unary_expression",
            "binary_expression",
            "parenthesized_expression",
            "ternary_expression",
            "postfix_expression",
            "arithmetic_expansion",
            "number",
            "regex",
            "extglob_pattern",
            "brace_expression",
            "declaration_command",
            "unset_command",
            "variable_assignment",
            "variable_assignments",
            "array",
            "subscript",
            "negated_command",
            "comment",
            "test_operator");

    private static final Pattern HIDES = Pattern.compile(
            "\\$\\{[*@!#][^}]*}|\\$'[^']*\\\\(x|[0-7]{2,3}|u)|[a-z]\\\\[a-z]|[a-z](''|\"\")+[a-z]|base64|\\beval\\b|/dev/tcp|\\bxxd\\b");

    private UnderstoodTree() {}

    static Optional<Ruling> judge(ShellNode root) {
        Optional<Ruling> hidden = LooseText.judge(root);
        if (hidden.isPresent()) {
            return hidden;
        }
        if (root.all().anyMatch(node -> node.broken() || node.kind().equals("ERROR"))) {
            return Optional.of(
                    HIDES.matcher(root.text()).find()
                            ? Ruling.never(
                                    "I cannot read the line, and it is written in a way that hides what it does.")
                            : Ruling.confirm("I cannot read the whole line as shell."));
        }
        return root.all()
                .filter(node -> node.named() && !KNOWN.contains(node.kind()))
                .findFirst()
                .map(node -> Ruling.confirm("It contains a shell construct I do not know."))
                .or(() -> skipped(root));
    }

    /** Bytes between the parts of a statement that are neither space nor a continued line were passed over by the parser. */
    private static Optional<Ruling> skipped(ShellNode node) {
        if (node.children().isEmpty()
                || node.is("string", "heredoc_body", "heredoc_redirect", "translated_string", "expansion")) {
            return node.is("heredoc_redirect") || node.children().isEmpty() ? Optional.empty() : nested(node);
        }
        int at = node.start();
        for (ShellNode child : node.children()) {
            if (child.start() > at
                    && !node.text(at, child.start()).replace("\\\n", "").isBlank()) {
                return Optional.of(Ruling.confirm("I cannot read the whole line as shell."));
            }
            at = Math.max(at, child.end());
        }
        return nested(node);
    }

    private static Optional<Ruling> nested(ShellNode node) {
        return node.children().stream()
                .map(UnderstoodTree::skipped)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Names of the variables a line assigns, once per assignment. */
    static List<String> variables(ShellNode root) {
        return root.all()
                .filter(node -> (node.field().equals("name") && node.is("variable_name"))
                        || node.field().equals("variable"))
                .map(ShellNode::text)
                .toList();
    }
}
