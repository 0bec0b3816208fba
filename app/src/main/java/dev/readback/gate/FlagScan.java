package dev.readback.gate;

import dev.readback.gate.Flag.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts a command's words into options with their values and everything else, by what its schema knows. */
final class FlagScan {

    /** An option that was given. */
    record Given(Flag flag, Optional<Word> value) {}

    private final Schema schema;
    private final List<Word> words;
    private final List<Given> given = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<Word> positionals = new ArrayList<>();
    private int firstPositional = -1;
    private boolean certain = true;
    private boolean listed;
    private int at;

    private FlagScan(Schema schema, List<Word> words) {
        this.schema = schema;
        this.words = words;
    }

    static FlagScan of(Schema schema, List<Word> words) {
        FlagScan scan = new FlagScan(schema, words);
        scan.run();
        return scan;
    }

    List<Given> given() {
        return given;
    }

    List<String> unknown() {
        return unknown;
    }

    List<Word> positionals() {
        return positionals;
    }

    /** Whether names printed by another program stand where options could. */
    boolean listed() {
        return listed;
    }

    /** Where in the words the first one stands that is no option; negative when there is none. */
    int firstPositional() {
        return firstPositional;
    }

    /** Whether every word that could be an option is known to be one or not. */
    boolean certain() {
        return certain;
    }

    boolean has(String flag) {
        return given.stream().anyMatch(each -> each.flag().name().equals(flag));
    }

    private void run() {
        boolean options = true;
        for (at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            String text = word.text();
            if (options && text.equals("--") && word.known()) {
                options = false;
                if (schema.hasSubs() || schema.isWrapper()) {
                    continue;
                }
            } else if (options && word.isFlag() && schema.flags().get(text) != null) {
                exact(schema.flags().get(text));
            } else if (options && text.startsWith("--")) {
                longOption(text);
            } else if (options && word.isFlag()) {
                shortOptions(text);
            } else {
                positional(word, options);
                if (schema.hasSubs() || schema.isWrapper()) {
                    rest();
                    return;
                }
            }
            if (options && word.isFlag() && !word.known()) {
                certain = false;
            }
        }
    }

    /** After a subcommand or the wrapped command, options are no longer this schema's. */
    private void rest() {
        positionals.addAll(words.subList(Math.min(at + 1, words.size()), words.size()));
    }

    private void positional(Word word, boolean options) {
        if (firstPositional < 0) {
            firstPositional = at;
        }
        boolean couldBeOption = word.text().isEmpty()
                ? !word.known()
                : word.glob() && word.text().matches("^[*?\\[].*");
        if (options && couldBeOption && word.origin() == Word.Origin.LISTING) {
            listed = true;
        } else if (options
                && couldBeOption
                && word.origin() != Word.Origin.PIPE
                && word.origin() != Word.Origin.HARMLESS) {
            certain = false;
        }
        positionals.add(word);
    }

    private void exact(Flag flag) {
        if (flag.value() == Value.REQUIRED) {
            at++;
            given.add(new Given(flag, at < words.size() ? Optional.of(words.get(at)) : Optional.empty()));
        } else {
            given.add(new Given(flag, Optional.empty()));
        }
    }

    private void longOption(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        List<Flag> matches = schema.flags().containsKey(name)
                ? List.of(schema.flags().get(name))
                : schema.flags().values().stream()
                        .filter(flag -> flag.name().startsWith(name) && name.length() > 2)
                        .toList();
        if (matches.isEmpty()) {
            if (!schema.anyFlag()) {
                unknown.add(name);
            } else if (equals > 0) {
                given.add(new Given(
                        new Flag(name, Value.OPTIONAL, Flag.Effect.READ, ""),
                        Optional.of(value(text.substring(equals + 1)))));
            }
            return;
        }
        Optional<Word> attached = equals < 0 ? Optional.empty() : Optional.of(value(text.substring(equals + 1)));
        Flag first = matches.getFirst();
        if (attached.isEmpty() && first.value() == Value.REQUIRED) {
            exact(first);
        } else {
            given.add(new Given(first, attached));
        }
        matches.stream()
                .skip(1)
                .filter(flag -> SchemaJudge.changes(flag.effect()))
                .forEach(flag -> given.add(new Given(flag, attached)));
    }

    private Word value(String text) {
        return words.get(at).withText(text);
    }

    private void shortOptions(String text) {
        if (text.matches("-\\d+") && (schema.anyFlag() || schema.flags().containsKey("-NUM"))) {
            return;
        }
        int equals = text.indexOf('=');
        Flag named = equals > 2 ? schema.flags().get(text.substring(0, equals)) : null;
        if (named != null) {
            given.add(new Given(named, Optional.of(value(text.substring(equals + 1)))));
            return;
        }
        for (int i = 1; i < text.length(); i++) {
            Flag flag = schema.flags().get("-" + text.charAt(i));
            if (flag == null) {
                if (!schema.anyFlag()) {
                    unknown.add(text);
                    return;
                }
            } else if (flag.value() == Value.REQUIRED && i == text.length() - 1) {
                exact(flag);
            } else if (flag.value() != Value.NONE) {
                given.add(new Given(
                        flag, i == text.length() - 1 ? Optional.empty() : Optional.of(value(text.substring(i + 1)))));
                return;
            } else {
                given.add(new Given(flag, Optional.empty()));
            }
        }
    }

    /** A subcommand also takes the options of the command above it. */
    static Schema inherit(Schema parent, Schema sub) {
        Map<String, Flag> flags = new LinkedHashMap<>(parent.flags());
        flags.putAll(sub.flags());
        return new Schema(
                sub.names(),
                flags,
                sub.anyFlag(),
                sub.subs(),
                sub.abbreviates() || parent.abbreviates(),
                sub.bare(),
                sub.verdict(),
                sub.hard(),
                sub.reason(),
                sub.object(),
                sub.paths(),
                sub.most(),
                sub.words(),
                sub.wraps(),
                sub.needs(),
                sub.judge(),
                sub.shells() || parent.shells(),
                sub.examples());
    }
}
