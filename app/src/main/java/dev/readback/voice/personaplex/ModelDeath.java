package dev.readback.voice.personaplex;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a model server ended.
 *
 * @param sentence in words
 * @param hopeless whether it would end the same way again, as long as nobody changes anything
 */
record ModelDeath(String sentence, boolean hopeless) {

    private static final int MISUSED = 2;
    private static final int ENGINE_FAILED = 125;
    private static final int KILLED = 137;

    private record Sign(Pattern pattern, String sentence, boolean hopeless) {

        static Sign of(String regex, String sentence, boolean hopeless) {
            return new Sign(Pattern.compile(regex), sentence, hopeless);
        }
    }

    private static final List<Sign> SIGNS = List.of(
            Sign.of(
                    "AssertionError: Directory missing: (.*)",
                    "There is no folder of voices at {1}. Give another with --voices, or none, and it downloads its own.",
                    true),
            Sign.of(
                    "GatedRepoError|gated repo|401 Client Error|403 Client Error|RepositoryNotFoundError|Invalid user token",
                    "Its weights were refused. Accept the licence of nvidia/personaplex-7b-v1 on its page at Hugging Face, and set HF_TOKEN to a token of the same account.",
                    true),
            Sign.of(
                    "LocalEntryNotFoundError|OfflineModeIsEnabled|outgoing traffic has been disabled",
                    "Its weights are not on this machine and could not be fetched. It needs the internet once, or a filled cache (HF_HOME).",
                    true),
            Sign.of(
                    "Torch not compiled with CUDA|Found no NVIDIA driver|no CUDA-capable device|No CUDA GPUs are available|could not select device driver|unresolvable CDI devices|CUDA driver version is insufficient",
                    "There is no GPU that it can use (CUDA). It needs one of NVIDIA with 24 gigabytes, its driver, and for a container NVIDIA's container toolkit.",
                    true),
            Sign.of(
                    "no kernel image is available|not compatible with the current PyTorch",
                    "Its PyTorch is too old for this GPU. Install the one for CUDA 13 into its environment.",
                    true),
            Sign.of(
                    "CUDA out of memory|OutOfMemoryError|CUDA error: out of memory",
                    "The memory of the GPU does not suffice. End what else uses it; a GPU with 24 gigabytes is safe. --cpu-offload loads it all the same, too slow to talk.",
                    false),
            Sign.of(
                    "No module named '?([\\w.]+)'?",
                    "Its Python has no module {1}. Install PersonaPlex into it (pip install moshi/. in its repository), or name another with --python.",
                    true),
            Sign.of(
                    "[Aa]ddress already in use|port is already allocated",
                    "Something else listens on its port. Take another with --port.",
                    true),
            Sign.of("No space left on device", "The disk is full. The weights take more than 14 gigabytes.", true),
            Sign.of(
                    "Unable to find image|pull access denied|No such image|manifest unknown",
                    "There is no such image. Build one from PersonaPlex's Dockerfile (docker build -t personaplex .).",
                    true));

    private static final Pattern USAGE = Pattern.compile("error: (.*)");

    /**
     * @param status its exit status; 128 and the signal where one ended it
     * @param last what it printed last
     */
    static ModelDeath of(int status, List<String> last) {
        Optional<Matcher> usage = status == MISUSED ? newest(USAGE, last) : Optional.empty();
        if (usage.isPresent()) {
            return new ModelDeath(
                    "The model server does not know what it was started with: "
                            + usage.get().group(1) + ".",
                    true);
        }
        return SIGNS.stream()
                .flatMap(sign -> newest(sign.pattern(), last)
                        .map(found -> new ModelDeath(filled(sign.sentence(), found), sign.hopeless()))
                        .stream())
                .findFirst()
                .orElseGet(() -> unknown(status, last));
    }

    /** One that we ended because it answered no more. */
    static ModelDeath hung() {
        return new ModelDeath("It answered no more and was ended.", false);
    }

    private static ModelDeath unknown(int status, List<String> last) {
        String line = last.stream()
                .filter(text -> !text.isBlank())
                .reduce((earlier, later) -> later)
                .map(text -> " Its last line: " + text.strip())
                .orElse("");
        if (status == KILLED) {
            return new ModelDeath("It was killed; perhaps this machine's memory ran out." + line, false);
        }
        return new ModelDeath("It ended with status " + status + "." + line, status == ENGINE_FAILED);
    }

    private static String filled(String sentence, Matcher found) {
        return found.groupCount() == 0
                ? sentence
                : sentence.replace("{1}", found.group(1).strip());
    }

    private static Optional<Matcher> newest(Pattern pattern, List<String> last) {
        return last.reversed().stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .findFirst();
    }
}
