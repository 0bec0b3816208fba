package dev.readback.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about one program or one of its subcommands. Read from the YAML files under {@code gate/schemas}; the keys are
 * described in {@code docs/gate.md}.
 *
 * @param names the program's names, the first one used in sentences
 * @param flags its options by name
 * @param anyFlag whether options not listed are known to be harmless as well
 * @param subs subcommands by name, in the order given
 * @param abbreviates whether subcommands may be shortened
 * @param bare the word on the program without a subcommand
 * @param verdict the word on the program when every option is harmless
 * @param reason said when {@code verdict} is not {@code ALLOW}
 * @param object which argument must be repeated: {@code first}, {@code last} or {@code all}
 * @param paths what happens to arguments that are files
 * @param most how many arguments it may have before it stops being read-only; negative for any number
 * @param words a pattern arguments must match for it to stay read-only; empty for no such rule
 * @param wraps how many words of its own stand before the command it runs; negative when it runs none
 * @param needs options one of which must be given for the program to only look; empty for no such rule
 * @param judge the name of the code that judges it; empty when the data says it all
 * @param shells whether a shell named among its arguments is only named, not started
 * @param examples lines with the verdict they must get
 */
record Schema(
        List<String> names,
        Map<String, Flag> flags,
        boolean anyFlag,
        Map<String, Schema> subs,
        boolean abbreviates,
        Verdict bare,
        Verdict verdict,
        boolean hard,
        String reason,
        String object,
        Files paths,
        int most,
        String words,
        int wraps,
        Set<String> needs,
        String judge,
        boolean shells,
        List<Example> examples) {

    /** What a command does with the files among its arguments. */
    enum Files {
        /** Shows or uses their contents. */
        READ,
        /** Looks at names, sizes and dates only. */
        NAMES,
        /** The arguments are words, not files. */
        TEXT,
        /** Writes each of them. */
        WRITE,
        /** Writes the last, reads the others. */
        DEST,
        /** Takes each of them away. */
        DELETE,
        /** Changes who may use each of them. */
        ALTER,
        /** Not known: one that matters must not be among them. */
        ANY
    }

    /** A line and the word it must get. */
    record Example(String line, List<Verdict> expected) {}

    String name() {
        return names.getFirst();
    }

    boolean hasSubs() {
        return !subs.isEmpty();
    }

    boolean isWrapper() {
        return wraps >= 0;
    }

    Optional<Schema> sub(String word) {
        Schema exact = subs.get(word);
        if (exact != null || !abbreviates || word.isEmpty()) {
            return Optional.ofNullable(exact);
        }
        return subs.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(word))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether some option does more than look. */
    boolean hasEffects() {
        return flags.values().stream().anyMatch(flag -> flag.effect() != Flag.Effect.READ);
    }

    /** Whether some option writes, deletes or runs something. */
    boolean hasStrongEffects() {
        return flags.values().stream()
                .anyMatch(flag -> flag.effect() != Flag.Effect.READ && flag.effect() != Flag.Effect.CHANGES);
    }
}
