package dev.readback.gate;

import dev.readback.gate.Word.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Goes through the tree of one line and has every command, redirection and assignment in it judged. */
final class Walker {

    private static final Set<String> PASS_THROUGH = Set.of(
            "program",
            "list",
            "subshell",
            "compound_statement",
            "do_group",
            "if_statement",
            "elif_clause",
            "else_clause",
            "while_statement",
            "case_statement",
            "case_item",
            "negated_command",
            "variable_assignments");
    private static final Set<String> VALUES = Set.of(
            "word",
            "string",
            "raw_string",
            "concatenation",
            "simple_expansion",
            "expansion",
            "number",
            "ansi_c_string",
            "command_substitution",
            "process_substitution",
            "arithmetic_expansion",
            "brace_expression",
            "extglob_pattern",
            "variable_name",
            "regex",
            "array",
            "subscript",
            "special_variable_name",
            "string_content");
    private static final int MOST_ROUNDS = 20;

    private final Judge judge;
    private final Scope scope;
    private final Words words;

    Walker(Judge judge, Scope scope) {
        this.judge = judge;
        this.scope = scope;
        this.words = new Words(scope);
    }

    void walk(ShellNode node, Feed feed) {
        if (PASS_THROUGH.contains(node.kind())) {
            children(node, feed);
            return;
        }
        switch (node.kind()) {
            case "command" -> command(node, List.of(), List.of(), feed);
            case "pipeline" -> pipeline(node, feed);
            case "redirected_statement" -> redirected(node, feed);
            case "variable_assignment" -> new Assignments(scope, words, this).statement(node);
            case "declaration_command" -> new Assignments(scope, words, this).declaration(node);
            case "unset_command" -> new Assignments(scope, words, this).unset(node);
            case "for_statement" -> loop(node, feed);
            case "c_style_for_statement" -> countingLoop(node, feed);
            case "function_definition" -> function(node, feed);
            case "test_command" -> {
                Evaluated.judge(node).ifPresent(scope::add);
                if (!node.text().matches("(?s)\\[\\s.*\\s\\]|\\[\\[\\s.*\\s\\]\\]|\\(\\(.*\\)\\)")) {
                    scope.add(Ruling.confirm("It looks like a test but may be a pattern for the name of a program."));
                }
                nested(node);
            }
            case "comment", "heredoc_body", "heredoc_end", "heredoc_start" -> {}
            default -> {
                nested(node);
                if (!VALUES.contains(node.kind())) {
                    scope.add(Ruling.confirm("It contains a shell construct I do not know."));
                }
            }
        }
    }

    private void children(ShellNode node, Feed feed) {
        Path before = scope.directory();
        List<ShellNode> children = node.children();
        for (int i = 0; i < children.size(); i++) {
            ShellNode child = children.get(i);
            if (child.named()) {
                boolean background = scope.inBackground();
                scope.inBackground(background
                        || (i + 1 < children.size()
                                && children.get(i + 1).kind().equals("&")));
                walk(child, feed);
                scope.inBackground(background);
            }
        }
        if (node.is("subshell")) {
            scope.enter(before);
        }
    }

    /** Judges the substitutions inside a node that is no command itself. */
    void nested(ShellNode node) {
        substitutions(node.is("command_substitution", "process_substitution") ? List.of(node) : Words.nested(node));
    }

    private void substitutions(List<ShellNode> nodes) {
        for (ShellNode substitution : nodes) {
            Path before = scope.directory();
            for (ShellNode child : substitution.children()) {
                if (child.is("file_redirect")) {
                    new Redirections(judge.paths(), scope, words, this).file(child);
                } else if (child.named()) {
                    walk(child, Feed.NONE);
                }
            }
            scope.enter(before);
        }
    }

    private void pipeline(ShellNode node, Feed feed) {
        Feed in = feed;
        for (ShellNode stage : node.children()) {
            if (stage.named()) {
                walk(stage, in);
                in = output(stage, in);
            }
        }
    }

    /** What a stage of a pipeline passes on. */
    Feed output(ShellNode stage, Feed in) {
        Optional<ShellNode> command =
                stage.all().filter(node -> node.is("command")).findFirst();
        Feed fed = new Redirections(judge.paths(), scope, words, this).feed(stage, in);
        if (command.isEmpty()) {
            return fed.is(Feed.Kind.NONE) ? new Feed(Feed.Kind.FILE, stage.text()) : fed;
        }
        if (!stage.is("command", "redirected_statement")) {
            boolean remote = stage.all()
                    .anyMatch(node -> node.is("command_name") && Listings.REMOTE.contains(base(node.text())));
            boolean decoded = stage.all()
                    .anyMatch(node -> node.is("command_name") && Listings.DECODERS.contains(base(node.text())));
            Feed.Kind kind = remote ? Feed.Kind.REMOTE : decoded ? Feed.Kind.DECODED : Feed.Kind.FILE;
            return new Feed(kind, stage.text());
        }
        List<Word> argv = argv(command.get(), List.of());
        return argv.isEmpty() ? fed : judge.output(argv, fed);
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private void redirected(ShellNode node, Feed feed) {
        Redirections redirections = new Redirections(judge.paths(), scope, words, this);
        Feed fed = redirections.feed(node, feed);
        List<ShellNode> more = new ArrayList<>();
        for (ShellNode child : node.children()) {
            if (child.field().equals("redirect")) {
                more.addAll(redirections.judge(child));
            }
        }
        for (ShellNode child : node.children()) {
            if (child.field().equals("redirect") || !child.named()) {
                continue;
            }
            if (child.is("command")) {
                command(child, more, List.of(), fed);
            } else {
                walk(child, fed);
            }
        }
        redirections.downstream(node, fed).forEach(next -> walk(next.node(), next.feed()));
    }

    private void command(ShellNode node, List<ShellNode> moreArguments, List<ShellNode> none, Feed feed) {
        Redirections redirections = new Redirections(judge.paths(), scope, words, this);
        List<ShellNode> more = new ArrayList<>(moreArguments);
        more.addAll(none);
        Feed fed = redirections.feed(node, feed);
        for (ShellNode child : node.children()) {
            if (child.is("file_redirect", "herestring_redirect", "heredoc_redirect")) {
                more.addAll(redirections.judge(child));
            } else if (child.is("variable_assignment")) {
                new Assignments(scope, words, this).before(child);
            }
        }
        List<Word> argv = argv(node, more);
        argv.forEach(word -> substitutions(word.nested()));
        if (node.named("name").anyMatch(name -> name.text().matches("(?s).*\\\\[A-Za-z0-9].*"))) {
            scope.add(Ruling.confirm("The name of the program is written in a disguised way."));
        }
        if (!argv.isEmpty()) {
            judge.command(argv, fed, scope);
        }
        redirections.downstream(node, fed).forEach(next -> walk(next.node(), next.feed()));
    }

    /** The words of a command; nodes without space between them are one word, whatever the grammar made of them. */
    List<Word> argv(ShellNode command, List<ShellNode> more) {
        List<List<ShellNode>> groups = new ArrayList<>();
        int end = -1;
        for (ShellNode child : command.children()) {
            if (child.is("variable_assignment", "file_redirect", "herestring_redirect", "heredoc_redirect")) {
                end = -1;
                continue;
            }
            List<ShellNode> parts = child.is("command_name") ? child.children() : List.of(child);
            if (child.start() == end && !groups.isEmpty()) {
                List<ShellNode> glued = new ArrayList<>(groups.removeLast());
                glued.addAll(parts);
                groups.add(glued);
            } else {
                groups.add(parts);
            }
            end = child.end();
        }
        more.forEach(node -> groups.add(List.of(node)));
        return groups.stream()
                .filter(group -> !group.isEmpty())
                .flatMap(group -> words.of(group).stream())
                .toList();
    }

    private void loop(ShellNode node, Feed feed) {
        String name = node.named("variable").map(ShellNode::text).findFirst().orElse("");
        List<Word> values = node.named("value")
                .flatMap(value -> words.of(List.of(value)).stream())
                .toList();
        values.forEach(value -> substitutions(value.nested()));
        List<Word> rounds = values.size() > MOST_ROUNDS || values.isEmpty() ? List.of(unknown()) : values;
        for (Word value : rounds) {
            scope.bind(name, new Word(value.text(), false, value.glob(), value.origin(), value.disguised(), List.of()));
            node.named("body").forEach(body -> walk(body, feed));
        }
    }

    private void countingLoop(ShellNode node, Feed feed) {
        node.children().stream()
                .filter(child -> child.named() && !child.field().equals("body"))
                .forEach(this::nested);
        node.named("body").forEach(body -> walk(body, feed));
    }

    private void function(ShellNode node, Feed feed) {
        String name = node.named("name").map(ShellNode::text).findFirst().orElse("");
        scope.defines(name);
        long calls = node.all()
                .filter(child -> child.is("command_name") && child.text().equals(name))
                .count();
        if (calls > 0 && (calls > 1 || node.text().contains("&"))) {
            scope.add(Ruling.never("It is a fork bomb: a function that starts itself again and again."));
        }
        scope.add(Ruling.confirm("It defines a shell function."));
        node.named("body").forEach(body -> walk(body, feed));
    }

    static Word unknown() {
        return new Word("", false, false, Origin.UNKNOWN, false, List.of());
    }
}
