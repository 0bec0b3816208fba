package dev.readback.gate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the owner wants stricter or looser than the gate's own word. The hard floor cannot be loosened.
 *
 * @param deny commands that are refused
 * @param confirm commands that are asked about even where they only look
 * @param allow simple commands that run unasked, the hard floor excepted
 * @param sudo which programs may be run with sudo
 * @param sudoFor programs the agent puts {@code sudo -n} in front of when it is not root
 */
public record Policy(List<Pattern> deny, List<Pattern> confirm, List<Pattern> allow, Sudo sudo, List<String> sudoFor) {

    /** Nothing stricter, nothing looser; sudo is judged by what it runs. */
    public static final Policy DEFAULT = new Policy(List.of(), List.of(), List.of(), new Sudo.Any(), List.of());

    public Policy {
        deny = List.copyOf(deny);
        confirm = List.copyOf(confirm);
        allow = List.copyOf(allow);
        sudoFor = List.copyOf(sudoFor);
    }

    /** A program and the words its arguments start with, such as {@code systemctl restart nginx}. */
    public record Pattern(List<String> words) {
        public Pattern {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("words is empty");
            }
        }

        boolean matches(String program, List<String> arguments) {
            List<String> rest = words.subList(1, words.size());
            return words.getFirst().equals(program)
                    && arguments.size() >= rest.size()
                    && arguments.subList(0, rest.size()).equals(rest);
        }
    }

    /** Which programs may be run with sudo. */
    public sealed interface Sudo {
        /** Any; each is judged by itself. */
        record Any() implements Sudo {}

        /** None. */
        record None() implements Sudo {}

        /** Only these. */
        record Only(List<String> programs) implements Sudo {
            public Only {
                programs = List.copyOf(programs);
            }
        }
    }

    /**
     * Reads a policy file.
     *
     * @throws PolicyException when it is not what {@link #template()} describes
     */
    public static Policy load(Path file) {
        return PolicyFile.read(file);
    }

    /** A commented policy file that changes nothing; what the first start writes. */
    public static String template() {
        return ShippedYaml.text("gate/policy-template.yaml");
    }

    Optional<Verdict> wordOn(String program, List<String> arguments) {
        if (deny.stream().anyMatch(pattern -> pattern.matches(program, arguments))) {
            return Optional.of(Verdict.DENY);
        }
        if (confirm.stream().anyMatch(pattern -> pattern.matches(program, arguments))) {
            return Optional.of(Verdict.CONFIRM);
        }
        return allow.stream().anyMatch(pattern -> pattern.matches(program, arguments))
                ? Optional.of(Verdict.ALLOW)
                : Optional.empty();
    }

    boolean maySudo(String program) {
        return switch (sudo) {
            case Sudo.Any any -> true;
            case Sudo.None none -> false;
            case Sudo.Only only -> only.programs().contains(program);
        };
    }
}
