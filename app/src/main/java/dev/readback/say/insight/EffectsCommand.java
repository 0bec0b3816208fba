package dev.readback.say.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A simple command, without the {@code sudo} before it.
 *
 * @param program its name without its folder
 * @param words what follows
 * @param elevated whether it sees and may do more than a glance does
 */
record EffectsCommand(String program, List<EffectsWord> words, boolean elevated) {

    EffectsCommand(String program, List<EffectsWord> words) {
        this(program, words, false);
    }

    private static final Set<String> AS_ANOTHER = Set.of("sudo", "doas");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*", Pattern.DOTALL);

    /** Any other may be what leads the command to another machine or to other data. */
    private static final Pattern HARMLESS = Pattern.compile("(LANG|LC_[A-Z]+|TZ|DEBIAN_FRONTEND)=.*", Pattern.DOTALL);

    /** The command of a line; where the line is more than that, of its argument vector. */
    static Optional<EffectsCommand> of(List<String> argv, String line) {
        List<EffectsWord> all = EffectsWord.read(line)
                .filter(words -> !words.isEmpty())
                .orElseGet(() -> argv.stream().map(EffectsWord::literal).toList());
        int first = programAt(all);
        boolean led = all.subList(0, Math.min(first, all.size())).stream()
                .map(EffectsWord::text)
                .anyMatch(text -> ASSIGNMENT.matcher(text).matches()
                        && !HARMLESS.matcher(text).matches());
        if (led || first >= all.size() || all.get(first).pattern()) {
            return Optional.empty();
        }
        String path = all.get(first).text();
        return Optional.of(new EffectsCommand(
                path.substring(path.lastIndexOf('/') + 1),
                List.copyOf(all.subList(first + 1, all.size())),
                all.subList(0, first).stream().map(EffectsWord::text).anyMatch(AS_ANOTHER::contains)));
    }

    private static int programAt(List<EffectsWord> all) {
        int at = 0;
        while (at < all.size() && ASSIGNMENT.matcher(all.get(at).text()).matches()) {
            at++;
        }
        if (at < all.size() && AS_ANOTHER.contains(all.get(at).text())) {
            at++;
            while (at < all.size() && all.get(at).text().startsWith("-")) {
                at += all.get(at).text().matches("-[ugp]") ? 2 : 1;
            }
        }
        return at;
    }

    List<String> texts() {
        return words.stream().map(EffectsWord::text).toList();
    }

    /** Whether an option is given: {@code --recursive}, or the letters of {@code -rf} one by one. */
    boolean has(String... options) {
        for (String text : beforeDashes()) {
            for (String option : options) {
                boolean bundled =
                        option.length() == 2 && text.matches("-[A-Za-z0-9]+") && text.indexOf(option.charAt(1)) > 0;
                if (text.equals(option) || bundled || (option.startsWith("--") && text.startsWith(option + "="))) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<String> beforeDashes() {
        List<String> texts = texts();
        int dashes = texts.indexOf("--");
        return dashes < 0 ? texts : texts.subList(0, dashes);
    }

    /** What follows an option: {@code -n 2}, {@code --name 2} or {@code --name=2}. */
    Optional<EffectsWord> value(String... options) {
        for (int i = 0; i < words.size(); i++) {
            String text = words.get(i).text();
            for (String option : options) {
                if (text.equals(option) && i + 1 < words.size()) {
                    return Optional.of(words.get(i + 1));
                }
                if (option.startsWith("--") && text.startsWith(option + "=")) {
                    return Optional.of(EffectsWord.literal(text.substring(option.length() + 1)));
                }
            }
        }
        return Optional.empty();
    }

    /** What is no option and no value of one. */
    List<EffectsWord> operands(String... takingValue) {
        Set<String> taking = Set.of(takingValue);
        List<EffectsWord> operands = new ArrayList<>();
        boolean options = true;
        for (int i = 0; i < words.size(); i++) {
            String text = words.get(i).text();
            if (options && text.equals("--")) {
                options = false;
            } else if (options && text.startsWith("-") && text.length() > 1) {
                i += taking.contains(text) ? 1 : 0;
            } else {
                operands.add(words.get(i));
            }
        }
        return operands;
    }

    /** What comes after one of its words, as a command of its own: {@code down} of {@code docker compose down}. */
    EffectsCommand after(EffectsWord operand) {
        int at = words.indexOf(operand);
        return new EffectsCommand(operand.text(), words.subList(at + 1, words.size()));
    }
}
