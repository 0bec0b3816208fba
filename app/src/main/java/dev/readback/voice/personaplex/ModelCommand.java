package dev.readback.voice.personaplex;

import java.util.ArrayList;
import java.util.List;

/**
 * The words the model server is started with: flags that {@code moshi.server} has, and no other. Voice and prompt are none of them; they belong to
 * each connection. {@code --host} does not change where it listens; given, it does not ask the network for an address of its own.
 *
 * @param way how it is kept off the network
 * @param variables the names of the variables a container is given; their values stay in the environment
 */
record ModelCommand(ModelOptions options, LaunchWay way, List<String> variables) {

    private static final int PORT_INSIDE = ModelOptions.PORT;
    private static final String PYTHON_INSIDE = "/app/moshi/.venv/bin/python";
    private static final String VOICES_INSIDE = "/voices";
    private static final String KEPT = "readback-hf-cache:/root/.cache/huggingface";

    ModelCommand {
        variables = List.copyOf(variables);
    }

    List<String> argv() {
        return switch (way) {
            case LaunchWay.Container container -> inside(container);
            case LaunchWay.Bare bare -> bare(bare);
        };
    }

    /** What clears away a container that was left behind; nothing where there is none. */
    List<String> cleaning() {
        return switch (way) {
            case LaunchWay.Container container -> List.of(container.engine().toString(), "rm", "--force", name());
            case LaunchWay.Bare bare -> List.of();
        };
    }

    private List<String> bare(LaunchWay.Bare bare) {
        List<String> words = new ArrayList<>(
                List.of(bare.setsid().toString(), bare.python().toString(), "-u", "-c", LaunchScript.text()));
        words.addAll(
                flags(options.port(), options.voices().map(Object::toString).orElse("")));
        return List.copyOf(words);
    }

    private List<String> inside(LaunchWay.Container container) {
        List<String> words =
                new ArrayList<>(List.of(container.engine().toString(), "run", "--rm", "--init", "--name", name()));
        if (options.onGpu()) {
            words.addAll(container.podman() ? List.of("--device", "nvidia.com/gpu=all") : List.of("--gpus", "all"));
        }
        words.addAll(List.of("-p", "127.0.0.1:" + options.port() + ":" + PORT_INSIDE));
        variables.forEach(variable -> words.addAll(List.of("-e", variable)));
        words.addAll(List.of("-v", KEPT));
        options.voices().ifPresent(folder -> words.addAll(List.of("-v", folder + ":" + VOICES_INSIDE + ":ro")));
        words.addAll(List.of(container.image(), options.python().orElse(PYTHON_INSIDE), "-u", "-m", "moshi.server"));
        words.addAll(flags(PORT_INSIDE, options.voices().isPresent() ? VOICES_INSIDE : ""));
        return List.copyOf(words);
    }

    private String name() {
        return "readback-personaplex-" + options.port();
    }

    private List<String> flags(int port, String voices) {
        List<String> words = new ArrayList<>(List.of(
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--static",
                "none",
                "--device",
                options.device()));
        if (options.cpuOffload()) {
            words.add("--cpu-offload");
        }
        if (!voices.isEmpty()) {
            words.addAll(List.of("--voice-prompt-dir", voices));
        }
        options.hfRepo().ifPresent(repo -> words.addAll(List.of("--hf-repo", repo)));
        words.addAll(options.extra());
        return words;
    }
}
