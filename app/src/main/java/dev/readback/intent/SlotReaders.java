package dev.readback.intent;

import dev.readback.intent.NameReader.Unknown;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The kinds of slot there are. */
final class SlotReaders {

    private static final Set<String> PLAIN =
            Set.of("number", "port", "identifier", "mode", "zone", "size", "percent", "time");

    private final Vocabulary vocabulary;

    SlotReaders(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static Set<String> types() {
        return new TreeSet<>(List.of(
                "service",
                "container",
                "known-container",
                "host",
                "user",
                "group",
                "package",
                "known-package",
                "program",
                "path",
                "file",
                "directory",
                "new-directory",
                "known-directory",
                "new-user",
                "address",
                "dashed",
                "known-interface",
                "time",
                "archive",
                "zip",
                "quoted",
                "words",
                "number",
                "port",
                "since",
                "size",
                "identifier",
                "mode",
                "text",
                "choice",
                "interface",
                "word"));
    }

    /** Whether values of this kind can hold nothing a shell would take for its own. */
    static boolean isPlain(String type) {
        return PLAIN.contains(type);
    }

    /** @param values spoken form → value, for {@code choice} */
    Optional<SlotReader> of(String type, String slot, Map<List<String>, String> values) {
        return Optional.ofNullable(
                switch (type) {
                    case "service" ->
                        names(slot, "service", Names::services, Unknown.DOUBTED, "service", "daemon", "unit");
                    case "container" ->
                        names(slot, "container", Names::containers, Unknown.TAKEN, "container", "containers");
                    case "known-container" -> names(slot, "container", Names::containers, Unknown.REFUSED, "container");
                    case "user" -> new SpelledName(names(slot, "user", Names::users, Unknown.TAKEN, "user", "account"));
                    case "new-user" ->
                        new SpelledName(names(slot, "user", names -> Set.of(), Unknown.TAKEN, "user", "account"));
                    case "group" -> names(slot, "group", names -> Set.of(), Unknown.TAKEN, "group");
                    case "package" -> names(slot, "package", names -> Set.of(), Unknown.TAKEN, "package");
                    case "known-package" -> names(slot, "package", names -> Set.of(), Unknown.REFUSED, "package");
                    case "program" -> names(slot, "program", Names::programs, Unknown.DOUBTED, "process", "program");
                    case "known-interface" -> new InterfaceName();
                    case "interface" -> names(slot, "interface", names -> Set.of(), Unknown.TAKEN, "interface");
                    case "word" -> names(slot, "word", names -> Set.of(), Unknown.TAKEN);
                    case "host" ->
                        new HostReader(names(slot, "host", Names::hosts, Unknown.DOUBTED, "host", "machine"));
                    case "path" -> new PathReader(slot, false, vocabulary.grammar());
                    case "file" -> new PathReader(slot, true, vocabulary.grammar());
                    case "directory" -> new PathReader(slot, false, vocabulary.grammar());
                    case "new-directory" -> new PathReader(slot, true, vocabulary.grammar());
                    case "known-directory" -> new KnownDirectory(slot, paths(slot));
                    case "number" -> PlainReaders.number(0, 1_000_000_000);
                    case "port" -> PlainReaders.number(1, 65_535);
                    case "since" -> new SinceReader(Clock.system(ZoneId.systemDefault()));
                    case "size" -> PlainReaders.size();
                    case "identifier" -> PlainReaders.identifier(vocabulary.grammar());
                    case "zone" -> PlainReaders.zone();
                    case "address" -> PlainReaders.address();
                    case "dashed" -> new DashedName(vocabulary.grammar());
                    case "time" -> new TimeReader();
                    case "mode" -> PlainReaders.mode();
                    case "archive" ->
                        new Ending(paths(slot), ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".tar.zst");
                    case "zip" -> new Ending(paths(slot), ".zip");
                    case "quoted" -> PlainReaders.quoted();
                    case "words" -> PlainReaders.words();
                    case "text" -> PlainReaders.text();
                    case "choice" -> PlainReaders.choice(values);
                    default -> null;
                });
    }

    private SlotReader paths(String slot) {
        return new PathReader(slot, false, vocabulary.grammar());
    }

    private NameReader names(
            String slot, String kind, Function<Names, Set<String>> existing, Unknown unknown, String... kindWords) {
        return new NameReader(Set.of(kindWords), slot, existing, vocabulary, kind, unknown);
    }
}
