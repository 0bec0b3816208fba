package dev.readback.voice.weights;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What npm gets to know of our environment: how it is set up, and how the network is reached. None of our own settings is among it. */
record NpmEnvironment(Map<String, String> variables) {

    private static final Set<String> NEEDED = Set.of(
            "path",
            "home",
            "lang",
            "http_proxy",
            "https_proxy",
            "all_proxy",
            "no_proxy",
            "node_extra_ca_certs",
            "ssl_cert_file",
            "ssl_cert_dir");

    /** Where npm is looked for after the PATH, which is short for a service. */
    private static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin";

    static NpmEnvironment of(Map<String, String> ours) {
        Map<String, String> theirs = new TreeMap<>();
        ours.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (NEEDED.contains(lower) || lower.startsWith("npm_config_")) {
                theirs.put(name, value);
            }
        });
        theirs.merge("PATH", USUAL_PATH, (path, usual) -> path + File.pathSeparator + usual);
        return new NpmEnvironment(Map.copyOf(theirs));
    }

    /** The npm a shell would find. */
    Optional<Path> npm() {
        return Arrays.stream(variables.getOrDefault("PATH", USUAL_PATH).split(File.pathSeparator))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "npm"))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
