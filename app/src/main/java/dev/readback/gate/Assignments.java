package dev.readback.gate;

import java.util.List;

/** Judges variables that a line sets: some decide which program runs, or what it runs besides. */
final class Assignments {

    private final Scope scope;
    private final Words words;
    private final Walker walker;

    Assignments(Scope scope, Words words, Walker walker) {
        this.scope = scope;
        this.words = words;
        this.walker = walker;
    }

    /** {@code x=y} standing alone. */
    void statement(ShellNode node) {
        Word value = judge(node);
        String name = name(node);
        if (!value.text().isEmpty() || value.known()) {
            scope.bind(name, new Word(value.text(), false, value.glob(), value.origin(), value.disguised(), List.of()));
        }
    }

    /** {@code x=y} in front of a command. */
    void before(ShellNode node) {
        judge(node);
        String name = name(node);
        if (!name.matches(
                "LC_\\w+|LANG|LANGUAGE|TZ|COLUMNS|LINES|TERM|NO_COLOR|DEBIAN_FRONTEND|BLOCKSIZE|BLOCK_SIZE|POSIXLY_CORRECT|PGOPTIONS|WATCH_INTERVAL")) {
            scope.add(
                    Ruling.confirm("It runs the command with " + name + " set, and I do not know what that changes."));
        }
    }

    private Word judge(ShellNode node) {
        walker.nested(node);
        List<ShellNode> values = node.named("value").toList();
        Word value =
                values.isEmpty() || values.getFirst().is("array") ? Walker.unknown() : words.one(values.getFirst());
        if (node.children().stream().anyMatch(child -> child.is("+="))) {
            value = Walker.unknown();
        }
        name(name(node), value.text());
        Evaluated.value(value.text()).ifPresent(scope::add);
        return value;
    }

    private static String name(ShellNode assignment) {
        return assignment.named("name").map(ShellNode::text).findFirst().orElse("");
    }

    private void name(String name, String value) {
        EnvironmentNames.judge(name, value).ifPresent(scope::add);
    }

    /** {@code export}, {@code declare}, {@code local} and their like. */
    void declaration(ShellNode node) {
        for (ShellNode child : node.children()) {
            if (child.is("variable_assignment")) {
                statement(child);
            } else if (child.named() && child.is("word") && child.text().startsWith("-")) {
                if (!child.text().matches("-[pxraiAlu]+")) {
                    scope.add(Ruling.confirm("It declares something in a way I do not know."));
                }
                if (child.text().matches("-.*f.*") && node.hasToken("export")) {
                    scope.add(Ruling.never("It hands a shell function on to other programs."));
                }
            } else if (child.named()) {
                walker.nested(child);
                if (!child.is("variable_name", "word")) {
                    scope.add(Ruling.confirm("It sets a variable whose name is only known when it runs."));
                }
            }
        }
        if (node.hasToken("declare")
                || node.hasToken("typeset")
                || node.hasToken("export")
                || node.hasToken("readonly")
                || node.hasToken("local")) {
            return;
        }
        scope.add(Ruling.confirm("It declares something in a way I do not know."));
    }

    void unset(ShellNode node) {
        Evaluated.judge(node).ifPresent(scope::add);
        for (ShellNode child : node.children()) {
            if (child.named()) {
                walker.nested(child);
                name(child.text(), "");
            }
        }
    }
}
