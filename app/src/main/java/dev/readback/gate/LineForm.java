package dev.readback.gate;

import java.util.List;

/** How a judged line is run: by its argv where it is a simple command, else by bash as the very bytes that were judged. */
public sealed interface LineForm {

    /** The programs whose binaries the line names, in order of appearance, without duplicates; builtins left out. */
    List<String> programs();

    /** One command word and its arguments, quotes resolved, nothing left for a shell to expand. */
    record Simple(List<String> argv) implements LineForm {
        public Simple {
            argv = List.copyOf(argv);
            if (argv.isEmpty()) {
                throw new IllegalArgumentException("argv is empty");
            }
        }

        @Override
        public List<String> programs() {
            return List.of(argv.getFirst());
        }
    }

    /** Anything with shell syntax. */
    record Script(List<String> programs) implements LineForm {
        public Script {
            programs = List.copyOf(programs);
        }
    }
}
