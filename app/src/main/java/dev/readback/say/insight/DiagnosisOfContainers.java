package dev.readback.say.insight;

import dev.readback.say.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a container did not start. */
final class DiagnosisOfContainers {

    private static final Pattern ALLOCATED =
            Pattern.compile("Bind for \\S{0,60}:(\\d{1,5}) failed: port is already allocated");
    private static final Pattern NAME_TAKEN = Pattern.compile("container name \"/?([\\w.-]{1,80})\" is already in use");
    private static final Pattern NO_IMAGE = Pattern.compile(
            "pull access denied for ([\\w./:-]{1,100}),|manifest for ([\\w./:-]{1,100}) not found|No such image: ([\\w./:-]{1,100})"
                    + "|repository ([\\w./:-]{1,100}) not found");
    private static final Pattern NO_SOURCE = Pattern.compile("bind source path does not exist: (/[\\w./@+-]{1,120})");
    private static final Pattern NO_PROGRAM =
            Pattern.compile("exec: \"([\\w./-]{1,80})\": (?:executable file not found|stat \\S{1,80} no such file)");
    private static final Pattern NO_REGISTRY =
            Pattern.compile("lookup ([\\w.-]{1,80})[^\\n]{0,80}(?:no such host|server misbehaving|i/o timeout)");
    private static final String STARTS = "run|start|restart|create|up|container|compose";

    private final EffectsCommand command;
    private final String said;
    private final EffectsLooks looks;

    DiagnosisOfContainers(EffectsCommand command, String said, EffectsLooks looks) {
        this.command = command;
        this.said = said;
        this.looks = looks;
    }

    static String publishedLine(String port) {
        return "docker ps --filter publish=" + port + " --format '{{.Names}}'";
    }

    Optional<String> cause() {
        List<String> texts = command.texts();
        boolean starts = !texts.isEmpty()
                && (texts.getFirst().matches(STARTS) || command.program().equals("docker-compose"));
        return starts ? why().map(why -> subject() + " did not start: " + why) : Optional.empty();
    }

    private String subject() {
        Optional<String> named = command.value("--name").map(EffectsWord::text);
        List<EffectsWord> operands = command.operands();
        boolean existing = operands.size() == 2 && operands.getFirst().text().matches("start|restart");
        return named.or(() -> existing ? Optional.of(operands.get(1).text()) : Optional.empty())
                .flatMap(EffectsNames::plain)
                .orElse("The container");
    }

    private Optional<String> why() {
        return group(ALLOCATED)
                .map(this::allocated)
                .or(() -> DiagnosisOfPorts.taken(said).map(port -> DiagnosisOfPorts.cause(port, "", looks)))
                .or(() -> group(NAME_TAKEN).map(this::named))
                .or(() -> group(NO_IMAGE)
                        .map(image -> "there is no image called " + image + ", or it is not for everybody"))
                .or(() -> group(NO_SOURCE).map(path -> "there is no " + path + " to give to it"))
                .or(() -> group(NO_PROGRAM).map(program -> "its image has no program " + program))
                .or(() -> group(NO_REGISTRY)
                        .map(host -> "the image could not be fetched, for " + host + " cannot be reached"))
                .or(() ->
                        said.contains("no space left on device") ? Optional.of("the disk is full") : Optional.empty());
    }

    private Optional<String> group(Pattern pattern) {
        Matcher matcher = pattern.matcher(said);
        if (!matcher.find()) {
            return Optional.empty();
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return Optional.of(matcher.group(group));
            }
        }
        return Optional.empty();
    }

    private String allocated(String port) {
        List<String> holders = EffectsNames.plain(Text.lines(looks.see(publishedLine(port))));
        return holders.isEmpty()
                ? DiagnosisOfPorts.cause(port, "", looks)
                : "port " + port + " is taken by container " + holders.getFirst();
    }

    private String named(String name) {
        String state = EffectsContainer.read(looks.see(EffectsContainer.allLine("docker"))).stream()
                .filter(container -> container.name().equals(name))
                .findFirst()
                .map(container -> container.running() ? ", and is running" : ", which is stopped")
                .orElse("");
        return "there is a container called " + name + " already" + state;
    }
}
