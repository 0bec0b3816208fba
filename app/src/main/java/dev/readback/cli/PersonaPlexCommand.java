package dev.readback.cli;

import dev.readback.ModelCare;
import dev.readback.voice.personaplex.ModelLaunch;
import dev.readback.voice.personaplex.ModelOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The PersonaPlex model on this machine, in the foreground. Its port is the model's, so it does not take the flags every other verb has. */
@Command(
        name = "personaplex",
        description = "run the PersonaPlex speech model on this machine's GPU",
        footer = {
            "",
            "Example:  readback personaplex --python ~/personaplex/.venv/bin/python",
            "",
            "It has no authentication, so it is held to 127.0.0.1. HF_TOKEN, of an account that accepted the licence of",
            "nvidia/personaplex-7b-v1, lets it download its weights the first time."
        },
        mixinStandardHelpOptions = true)
final class PersonaPlexCommand implements Callable<Integer> {

    @Option(names = "--check", description = "only say what is missing; exit status 1 when something is")
    private boolean check;

    @Option(names = "--port", paramLabel = "N", description = "port on loopback (8998)")
    private int port = ModelOptions.PORT;

    @Option(
            names = "--python",
            paramLabel = "PATH",
            description = "the Python it is installed in (that of $VIRTUAL_ENV, python3)")
    private @Nullable String python;

    @Option(names = "--container", paramLabel = "IMAGE", description = "run it in a container, by docker or podman")
    private @Nullable String container;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "cuda, or cpu, which is far too slow to talk (cuda)")
    private String device = "cuda";

    @Option(
            names = "--cpu-offload",
            description = "what the GPU cannot hold is computed by the processor: too slow to talk")
    private boolean cpuOffload;

    @Option(names = "--voices", paramLabel = "DIR", description = "a folder of voices (it downloads its own)")
    private @Nullable Path voices;

    @Option(names = "--hf-repo", paramLabel = "NAME", description = "other weights than nvidia/personaplex-7b-v1")
    private @Nullable String hfRepo;

    @Parameters(
            paramLabel = "-- FLAG",
            arity = "0..*",
            description = "passed on: --moshi-weight, --mimi-weight, --tokenizer FILE")
    private List<String> extra = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        ModelCare care = new ModelCare(new SettingsOptions().read());
        ModelScreen screen = new ModelScreen(screen());
        return check ? check(care, screen) : run(care, screen);
    }

    private int check(ModelCare care, ModelScreen screen) {
        List<String> missing = care.missing(options());
        missing.forEach(screen::say);
        if (missing.isEmpty()) {
            screen.say("Nothing is missing that can be known before it starts.");
        }
        return missing.isEmpty() ? 0 : 1;
    }

    private int run(ModelCare care, ModelScreen screen) throws InterruptedException {
        try (ModelLaunch launch = care.prepare(options(), screen)) {
            Runtime.getRuntime().addShutdownHook(new Thread(launch::close, "shutdown"));
            launch.run();
        } finally {
            screen.settle();
        }
        return 0;
    }

    private ModelOptions options() {
        return new ModelOptions(
                port,
                Optional.ofNullable(python),
                Optional.ofNullable(container),
                device,
                cpuOffload,
                Optional.ofNullable(voices).map(Path::toAbsolutePath),
                Optional.ofNullable(hfRepo),
                extra);
    }

    private Screen screen() {
        boolean seated = Prompts.terminal().isPresent();
        int columns = seated ? Columns.now() : 0;
        return new Screen(spec.commandLine().getOut(), Look.of(System::getenv, seated, () -> columns));
    }
}
