package dev.readback.voice.personaplex;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks what of the model server's needs is on this machine. Starts nothing but questions, and changes nothing. */
public final class ModelNeeds {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A large environment on a cold disk takes its time; before a start there is no hurry. */
    private static final Duration BEFORE_START = Duration.ofSeconds(30);

    private static final String NO_SETSID =
            "setsid is missing (package util-linux); with it everything the model server starts ends together.";

    /** Tells PersonaPlex's package from Kyutai's, which bears the same name, without importing either. */
    private static final String WHOSE = """
            import importlib.util, os
            spec = importlib.util.find_spec("moshi")
            folders = spec.submodule_search_locations if spec else None
            file = os.path.join(list(folders)[0], "server.py") if folders else ""
            text = open(file, encoding="utf-8").read() if os.path.isfile(file) else ""
            print("none" if not spec else "personaplex" if "voice-prompt-dir" in text else "other")
            """;

    private final ModelEnvironment environment;

    /**
     * @param ours the environment we run in
     * @param token {@code HF_TOKEN}
     */
    public ModelNeeds(Map<String, String> ours, Optional<String> token) {
        environment = new ModelEnvironment(ours, token);
    }

    ModelEnvironment environment() {
        return environment;
    }

    /** How it would be kept off the network; a container first, where one is named. */
    LaunchWay way(ModelOptions options) {
        return way(options, BEFORE_START);
    }

    private LaunchWay way(ModelOptions options, Duration patience) {
        if (options.container().isPresent()) {
            Path engine = engine().orElseThrow(() -> ModelFailure.missing(noEngine()));
            readablePorts();
            return new LaunchWay.Container(engine, options.container().get());
        }
        readablePorts();
        Path setsid = onPath("setsid").orElseThrow(() -> ModelFailure.missing(NO_SETSID));
        Path python = python(options).orElseThrow(() -> ModelFailure.missing(noPython(options)));
        trouble(python, patience).ifPresent(sentence -> {
            throw ModelFailure.missing(sentence);
        });
        return new LaunchWay.Bare(setsid, python);
    }

    /** One sentence for each thing without which it would not run; empty when nothing is missing that can be known before. */
    public List<String> missing(ModelOptions options) {
        List<String> missing = new ArrayList<>();
        try {
            way(options, PATIENCE);
        } catch (ModelFailure failure) {
            missing.add(failure.say());
        }
        if (options.onGpu()) {
            gpuTrouble().ifPresent(missing::add);
        }
        if (!weightsMayBeFetched()) {
            missing.add("HF_TOKEN is not set: the weights are given out to those who accepted their licence,"
                    + " on the page of nvidia/personaplex-7b-v1 at Hugging Face.");
        }
        return missing;
    }

    /** The GPU and what is to be said of it; empty where there is none. */
    public Optional<String> gpu() {
        return gpus().stream()
                .findFirst()
                .map(gpu -> gpu.name() + gpu.caution().map(text -> ": " + text).orElse(""));
    }

    /** Whether a GPU is there that is too small. */
    public boolean gpuTooSmall() {
        List<ModelGpu> gpus = gpus();
        return !gpus.isEmpty() && gpus.stream().allMatch(ModelGpu::tooSmall);
    }

    /** Whether the model server's package is installed where it is looked for. */
    public boolean installed() {
        return python(ModelOptions.usual())
                .filter(path -> trouble(path, PATIENCE).isEmpty())
                .isPresent();
    }

    /** A token, the one that its own tools keep, or no need of one because nothing may be fetched. */
    public boolean weightsMayBeFetched() {
        return environment.token().isPresent()
                || environment.variable("HF_HUB_OFFLINE").filter("1"::equals).isPresent()
                || Files.isReadable(keptToken());
    }

    private Path keptToken() {
        Path home = Path.of(environment.variable("HOME").orElse("/nonexistent"));
        return environment
                .variable("HF_TOKEN_PATH")
                .map(Path::of)
                .orElseGet(() -> environment
                        .variable("HF_HOME")
                        .map(Path::of)
                        .orElse(home.resolve(".cache/huggingface"))
                        .resolve("token"));
    }

    private Optional<String> gpuTrouble() {
        List<ModelGpu> gpus = gpus();
        if (gpus.isEmpty()) {
            return Optional.of("No GPU of NVIDIA was found (nvidia-smi does not answer).");
        }
        return gpuTooSmall() ? gpu().map(text -> "The GPU is too small: " + text + ".") : Optional.empty();
    }

    private List<ModelGpu> gpus() {
        return onPath("nvidia-smi")
                .flatMap(program ->
                        ModelQuery.ask(ModelGpu.question(program.toString()), environment.variables(), PATIENCE))
                .map(ModelGpu::read)
                .orElse(List.of());
    }

    private static void readablePorts() {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw ModelFailure.notHeld("that is looked after on Linux only");
        }
        if (!ModelPorts.ofThisMachine().readable() || !Files.isReadable(Path.of("/proc/self/fd"))) {
            throw ModelFailure.notHeld("/proc, which tells where a program listens, cannot be read");
        }
    }

    private Optional<Path> python(ModelOptions options) {
        if (options.python().isPresent()) {
            String given = options.python().get();
            return given.contains("/")
                    ? Optional.of(Path.of(given).toAbsolutePath()).filter(Files::isExecutable)
                    : onPath(given);
        }
        return environment
                .variable("VIRTUAL_ENV")
                .map(folder -> Path.of(folder, "bin", "python"))
                .filter(Files::isExecutable)
                .or(() -> onPath("python3"))
                .or(() -> onPath("python"));
    }

    private Optional<String> trouble(Path python, Duration patience) {
        return switch (ModelQuery.ask(List.of(python.toString(), "-c", WHOSE), environment.variables(), patience)
                .orElse("")) {
            case "personaplex" -> Optional.empty();
            case "none" ->
                Optional.of(
                        python
                                + " has no module moshi. Install PersonaPlex into it (pip install moshi/. in its repository), or name another with --python.");
            case "other" ->
                Optional.of(
                        python
                                + " has Kyutai's moshi, not PersonaPlex's: it knows neither voices nor prompts. Install PersonaPlex into an environment of its own, and name it with --python.");
            default -> Optional.of(python + " did not answer within " + patience.toSeconds() + " s.");
        };
    }

    private static String noPython(ModelOptions options) {
        return options.python()
                .map(given -> "There is no program " + given + ".")
                .orElse("There is no Python here. Name one with --python, or an image with --container.");
    }

    private static String noEngine() {
        return "Neither docker nor podman is installed, which would run the container.";
    }

    private Optional<Path> engine() {
        return onPath("docker").or(() -> onPath("podman"));
    }

    private Optional<Path> onPath(String program) {
        return Stream.of(environment.variable("PATH").orElse("").split(":"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
