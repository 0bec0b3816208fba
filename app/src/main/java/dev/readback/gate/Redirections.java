package dev.readback.gate;

import dev.readback.gate.Paths.Act;
import java.util.ArrayList;
import java.util.List;

/** Judges where a command's input comes from and where its output goes. */
final class Redirections {

    private final Paths paths;
    private final Scope scope;
    private final Words words;
    private final Walker walker;

    /** Something that follows a here-document on the same line, and what it reads. */
    record Downstream(ShellNode node, Feed feed) {}

    Redirections(Paths paths, Scope scope, Words words, Walker walker) {
        this.paths = paths;
        this.scope = scope;
        this.words = words;
        this.walker = walker;
    }

    /** Judges one redirection; returns the words after it that are really arguments of the command. */
    List<ShellNode> judge(ShellNode redirect) {
        return switch (redirect.kind()) {
            case "file_redirect" -> file(redirect);
            case "herestring_redirect" -> {
                walker.nested(redirect);
                yield List.of();
            }
            case "heredoc_redirect" -> heredoc(redirect);
            default -> {
                scope.add(Ruling.confirm("It contains a redirection I do not know."));
                yield List.of();
            }
        };
    }

    List<ShellNode> file(ShellNode redirect) {
        List<ShellNode> targets = redirect.named("destination").toList();
        if (targets.isEmpty()) {
            if (!redirect.text().matches("\\d*[<>]&-?")) {
                scope.add(Ruling.confirm("It contains a redirection I do not know."));
            }
            return List.of();
        }
        String operator = redirect.children().stream()
                .filter(child -> !child.named())
                .map(ShellNode::kind)
                .filter(kind -> kind.matches("[<>&|]+-?"))
                .findFirst()
                .orElse("");
        target(operator, targets.getFirst());
        return targets.subList(1, targets.size());
    }

    private void target(String operator, ShellNode node) {
        if (!node.is("process_substitution", "command_substitution")) {
            walker.nested(node);
        } else {
            node.children().stream()
                    .filter(ShellNode::named)
                    .forEach(child -> walker.walk(child, new Feed(Feed.Kind.FILE, "")));
        }
        Word word = words.one(node);
        if (operator.matches("[<>]&-?|&>&") && word.text().matches("\\d+|-|\\d+-")) {
            return;
        }
        if (operator.equals("<")) {
            input(word);
        } else if (node.is("process_substitution")) {
            return;
        } else {
            output(operator, word);
        }
    }

    private void input(Word word) {
        if (!word.known() && word.origin() != Word.Origin.PIPE) {
            scope.add(Ruling.confirm("It reads a file whose name is only known when it runs."));
        }
        if (word.disguised()) {
            scope.add(Ruling.confirm("It reads a file whose name is written in a disguised way."));
        }
        paths.reading(paths.resolve(word.text(), scope.directory()), word.glob())
                .ifPresent(scope::add);
    }

    private void output(String operator, Word word) {
        if (!word.known() || word.glob()) {
            scope.add(Ruling.confirm("It writes to a file whose name is only known when it runs."));
        }
        Act act = operator.contains(">>") ? Act.APPEND : Act.REPLACE;
        paths.changing(paths.resolve(word.text(), scope.directory()), act).ifPresent(scope::add);
        if (LineCheck.looksLikeAnother(word.text())) {
            scope.add(Ruling.never("It contains letters that look like others."));
        }
    }

    private List<ShellNode> heredoc(ShellNode redirect) {
        List<ShellNode> arguments = new ArrayList<>();
        for (ShellNode child : redirect.children()) {
            switch (child.kind()) {
                case "heredoc_body" -> walker.nested(child);
                case "file_redirect", "herestring_redirect" -> arguments.addAll(judge(child));
                case "word", "string", "raw_string", "concatenation", "number", "simple_expansion", "expansion" ->
                    arguments.add(child);
                default -> {}
            }
        }
        return arguments;
    }

    /** What the command reads, when a redirection says so. */
    Feed feed(ShellNode statement, Feed otherwise) {
        Feed feed = otherwise;
        for (ShellNode child : statement.children()) {
            feed = switch (child.kind()) {
                case "herestring_redirect" -> hereString(child);
                case "heredoc_redirect" -> hereDocument(child);
                case "file_redirect" -> child.hasToken("<") ? new Feed(Feed.Kind.FILE, child.text()) : feed;
                default -> feed;
            };
        }
        if (statement.is("redirected_statement")) {
            for (ShellNode body : statement.named("body").toList()) {
                feed = body.is("command") && !feed.equals(otherwise)
                        ? feed
                        : body.is("command") ? feed(body, feed) : feed;
            }
        }
        return feed;
    }

    private Feed hereString(ShellNode node) {
        ShellNode value = node.children().getLast();
        Word word = words.one(value);
        if (remote(node)) {
            return new Feed(Feed.Kind.REMOTE, word.text());
        }
        return new Feed(word.known() && !word.disguised() ? Feed.Kind.TEXT : Feed.Kind.DECODED, word.text());
    }

    private static Feed hereDocument(ShellNode node) {
        String text = node.children().stream()
                .filter(child -> child.is("heredoc_body"))
                .map(ShellNode::text)
                .findFirst()
                .orElse("");
        return new Feed(remote(node) ? Feed.Kind.REMOTE : Feed.Kind.TEXT, text);
    }

    private static boolean remote(ShellNode node) {
        return node.all().anyMatch(child -> child.is("command_name") && Listings.REMOTE.contains(child.text()));
    }

    /** Pipelines and lists the grammar hangs below a here-document. */
    List<Downstream> downstream(ShellNode statement, Feed fed) {
        List<Downstream> found = new ArrayList<>();
        for (ShellNode redirect : statement.children()) {
            if (!redirect.is("heredoc_redirect")) {
                continue;
            }
            Feed document = feed(statement, fed);
            for (ShellNode child : redirect.children()) {
                boolean handled = !child.named()
                        || child.is(
                                "heredoc_body",
                                "heredoc_start",
                                "heredoc_end",
                                "file_descriptor",
                                "file_redirect",
                                "herestring_redirect")
                        || child.is(
                                "word",
                                "string",
                                "raw_string",
                                "concatenation",
                                "number",
                                "simple_expansion",
                                "expansion");
                if (!handled) {
                    found.add(new Downstream(child, walker.output(statement, document)));
                }
            }
        }
        return found;
    }
}
