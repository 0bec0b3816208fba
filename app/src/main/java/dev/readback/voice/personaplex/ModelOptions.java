package dev.readback.voice.personaplex;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the owner wants the model server run.
 *
 * @param port it is reached on, on loopback
 * @param python the interpreter that has its packages; for a container, the one inside. Empty: looked for
 * @param container the image to run it in; empty: it runs as a process of ours
 * @param device {@code cuda}, {@code cuda:1} or {@code cpu}
 * @param cpuOffload whether layers that do not fit on the GPU are computed by the processor, which is not fast enough to talk
 * @param voices a folder of voices; empty: it downloads its own
 * @param hfRepo where the weights come from, such as {@code nvidia/personaplex-7b-v1}; empty: where it takes them from by itself
 * @param extra further flags of the model server
 */
public record ModelOptions(
        int port,
        Optional<String> python,
        Optional<String> container,
        String device,
        boolean cpuOffload,
        Optional<Path> voices,
        Optional<String> hfRepo,
        List<String> extra) {

    /** Where it listens unless told otherwise. */
    public static final int PORT = 8998;

    /** @throws ModelFailure naming the first value that cannot be */
    public ModelOptions {
        check(port > 0 && port < 65536, "--port", Integer.toString(port), "a number from 1 to 65535");
        check(device.matches("cpu|cuda(:\\d+)?"), "--device", device, "cuda or cpu");
        hfRepo.ifPresent(repo -> check(
                repo.matches("\\w[\\w.-]*/\\w[\\w.-]*"), "--hf-repo", repo, "a name such as nvidia/personaplex-7b-v1"));
        container.ifPresent(image -> check(
                image.matches("[A-Za-z0-9][\\w./:@-]*"),
                "--container",
                image,
                "the name of an image, such as personaplex"));
        python.ifPresent(path -> check(!path.isBlank() && !path.startsWith("-"), "--python", path, "a program"));
        voices.map(Path::toString)
                .ifPresent(folder -> check(
                        folder.startsWith("/") && !folder.contains(":"),
                        "--voices",
                        folder,
                        "a folder without a colon"));
        extra = ModelFlags.checked(extra);
    }

    /** Everything as it comes. */
    public static ModelOptions usual() {
        return new ModelOptions(
                PORT, Optional.empty(), Optional.empty(), "cuda", false, Optional.empty(), Optional.empty(), List.of());
    }

    boolean onGpu() {
        return !device.equals("cpu");
    }

    private static void check(boolean right, String flag, String given, String takes) {
        if (!right) {
            throw ModelFailure.wrongOption(flag, given, takes);
        }
    }
}
