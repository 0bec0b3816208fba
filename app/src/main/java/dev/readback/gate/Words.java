package dev.readback.gate;

import dev.readback.gate.Word.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out what the words of a line will be once the shell has removed the quotes and filled in what is known. */
final class Words {

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*,[^{}]*)\\}");
    private static final Pattern RANGE = Pattern.compile("\\{[^{}]*\\.\\.[^{}]*\\}");
    private static final Set<String> ONE_HARMLESS_WORD = Set.of(
            "USER",
            "LOGNAME",
            "PATH",
            "TERM",
            "LANG",
            "HOSTNAME",
            "UID",
            "EUID",
            "RANDOM",
            "SECONDS",
            "$",
            "?",
            "#",
            "!",
            "PPID",
            "HOSTTYPE",
            "OSTYPE",
            "MACHTYPE",
            "BASHPID",
            "BASH_VERSION",
            "LINENO",
            "SHLVL",
            "COLUMNS",
            "LINES",
            "EPOCHSECONDS");
    private static final int MOST_BRACE_WORDS = 64;

    private final Scope scope;

    Words(Scope scope) {
        this.scope = scope;
    }

    /** The words that nodes written without space between them come to: one, or several where braces are expanded. */
    List<Word> of(List<ShellNode> glued) {
        WordParts parts = new WordParts();
        for (ShellNode node : glued) {
            add(node, parts, true);
        }
        String raw =
                glued.getFirst().text(glued.getFirst().start(), glued.getLast().end());
        Word word = parts.word(Disguise.hides(raw, glued));
        return RANGE.matcher(raw).find() || BRACES.matcher(raw).find() ? braces(raw, word) : List.of(word);
    }

    Word one(ShellNode node) {
        List<Word> words = of(List.of(node));
        return words.size() == 1 ? words.getFirst() : unknown(words.getFirst());
    }

    private List<Word> braces(String raw, Word word) {
        if (raw.indexOf('\'') >= 0 || raw.indexOf('"') >= 0 || raw.indexOf('\\') >= 0) {
            boolean quotedWhole =
                    raw.length() > 1 && raw.charAt(0) == raw.charAt(raw.length() - 1) && raw.charAt(0) != '{';
            return List.of(quotedWhole ? word : unknown(word));
        }
        List<String> texts = new ArrayList<>(List.of(word.text()));
        for (int i = 0; i < texts.size(); ) {
            Matcher group = BRACES.matcher(texts.get(i));
            if (!group.find()) {
                i++;
                continue;
            }
            String text = texts.remove(i);
            for (String choice : group.group(1).split(",", -1)) {
                texts.add(i, text.substring(0, group.start()) + choice + text.substring(group.end()));
            }
            if (texts.size() > MOST_BRACE_WORDS) {
                return List.of(unknown(word));
            }
        }
        return texts.stream()
                .map(text -> new Word(
                        text,
                        false,
                        word.glob() || RANGE.matcher(text).find(),
                        word.origin(),
                        word.disguised(),
                        word.nested()))
                .toList();
    }

    private static Word unknown(Word word) {
        return new Word(word.text(), false, word.glob(), Origin.UNKNOWN, word.disguised(), word.nested());
    }

    private void add(ShellNode node, WordParts parts, boolean bare) {
        switch (node.kind()) {
            case "word",
                    "number",
                    "extglob_pattern",
                    "regex",
                    "test_operator",
                    "variable_name",
                    "special_variable_name" -> bareText(node.text(), parts);
            case "raw_string" -> parts.quoted(stripped(node.text(), 1, 1));
            case "ansi_c_string" -> AnsiQuoting.add(stripped(node.text(), 2, 1), parts);
            case "string", "translated_string" -> string(node, parts);
            case "concatenation" -> node.children().forEach(child -> add(child, parts, bare));
            case "simple_expansion" -> variable(node.text().substring(1), node, parts);
            case "expansion" -> expansion(node, parts);
            case "command_substitution" -> substitution(node, parts);
            case "process_substitution" -> parts.hole(Origin.PIPE, List.of(node));
            case "arithmetic_expansion" -> parts.hole(Origin.HARMLESS, nested(node));
            case "brace_expression" -> parts.pattern(node.text());
            case "$", "{", "}", "[", "]", "," -> bareText(node.text(), parts);
            default -> {
                parts.quoted(node.text());
                parts.hole(Origin.UNKNOWN, nested(node));
            }
        }
    }

    private static String stripped(String text, int front, int back) {
        return text.length() >= front + back ? text.substring(front, text.length() - back) : text;
    }

    private void bareText(String raw, WordParts parts) {
        int from = 0;
        if (raw.startsWith("~") && parts.isEmpty()) {
            int slash = raw.indexOf('/');
            String who = slash < 0 ? raw.substring(1) : raw.substring(1, slash);
            parts.known(scope.home(who));
            from = slash < 0 ? raw.length() : slash;
        }
        for (int i = from; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\' && i + 1 < raw.length()) {
                i++;
                if (raw.charAt(i) != '\n') {
                    parts.quoted(String.valueOf(raw.charAt(i)));
                }
            } else {
                parts.bare(c);
            }
        }
    }

    private void string(ShellNode string, WordParts parts) {
        parts.quoted("");
        int at = string.start() + 1;
        for (ShellNode child : string.children()) {
            if (child.is("\"", "string_content", "$")) {
                continue;
            }
            parts.quoted(unescaped(string.text(at, Math.max(at, child.start()))));
            add(child, parts, false);
            at = child.end();
        }
        parts.quoted(unescaped(string.text(at, Math.max(at, string.end() - 1))));
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && "\"\\$`\n".indexOf(text.charAt(i + 1)) >= 0) {
                i++;
                if (text.charAt(i) != '\n') {
                    out.append(text.charAt(i));
                }
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private void expansion(ShellNode node, WordParts parts) {
        String text = stripped(node.text(), 2, 1);
        if (text.matches("\\w+|[$?#!]")) {
            variable(text, node, parts);
        } else if (text.matches("#\\w+")) {
            parts.hole(Origin.HARMLESS, List.of());
        } else {
            parts.hole(Origin.UNKNOWN, nested(node));
        }
    }

    private void variable(String name, ShellNode node, WordParts parts) {
        Optional<Word> bound = scope.variable(name);
        if (bound.isPresent()) {
            parts.word(bound.get());
        } else if (ONE_HARMLESS_WORD.contains(name) && !scope.assigns(name)) {
            parts.hole(Origin.HARMLESS, List.of());
        } else {
            parts.hole(Origin.UNKNOWN, nested(node));
        }
    }

    private static void substitution(ShellNode node, WordParts parts) {
        parts.hole(Listings.onlyLists(node) ? Origin.LISTING : Origin.UNKNOWN, List.of(node));
    }

    /** The outermost substitutions below a node. */
    static List<ShellNode> nested(ShellNode node) {
        List<ShellNode> found = new ArrayList<>();
        for (ShellNode child : node.children()) {
            if (child.is("command_substitution", "process_substitution")) {
                found.add(child);
            } else {
                found.addAll(nested(child));
            }
        }
        return found;
    }

    /** Variables whose value the surroundings tell. */
    static Map<String, Word> known(Surroundings surroundings) {
        return Map.of(
                "HOME", filled(surroundings.userHome().toString()),
                "PWD", filled(surroundings.workingDirectory().toString()),
                "SHELL", filled("/bin/bash"),
                "BASH", filled("/bin/bash"),
                "READBACK_HOME", filled(surroundings.readbackHome().toString()));
    }

    private static Word filled(String text) {
        return new Word(text, false, false, Origin.KNOWN, false, List.of());
    }
}
