package dev.readback.voice.personaplex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The whole environment of the model server: a list, so that none of our own keys and tokens is in it. */
final class ModelEnvironment {

    static final String TOKEN = "HF_TOKEN";

    /** What the server, its libraries and the way to the weights go by; what a container is given as well. */
    private static final List<String> INSIDE = List.of(
            "HF_HUB_OFFLINE",
            "HF_ENDPOINT",
            "NO_TORCH_COMPILE",
            "NO_CUDA_GRAPH",
            "PYTORCH_CUDA_ALLOC_CONF",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "NO_PROXY",
            "ALL_PROXY",
            "http_proxy",
            "https_proxy",
            "no_proxy",
            "all_proxy");

    private static final Set<String> OUTSIDE = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "LANG",
            "TZ",
            "TMPDIR",
            "VIRTUAL_ENV",
            "CONDA_PREFIX",
            "LD_LIBRARY_PATH",
            "XDG_CACHE_HOME",
            "XDG_RUNTIME_DIR",
            "HF_HOME",
            "HF_HUB_CACHE",
            "HF_TOKEN_PATH",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "REQUESTS_CA_BUNDLE",
            "DOCKER_HOST",
            "DOCKER_CONTEXT",
            "DOCKER_CONFIG",
            "CONTAINER_HOST");

    private static final List<String> FAMILIES = List.of("CUDA_", "NVIDIA_", "LC_");

    private final Map<String, String> ours;
    private final Optional<String> token;

    /**
     * @param ours the environment we run in
     * @param token what the weights are fetched with
     */
    ModelEnvironment(Map<String, String> ours, Optional<String> token) {
        this.ours = Map.copyOf(ours);
        this.token = token;
    }

    Map<String, String> variables() {
        Map<String, String> listed = new LinkedHashMap<>();
        ours.forEach((name, value) -> {
            if (isListed(name)) {
                listed.put(name, value);
            }
        });
        token.ifPresent(value -> listed.put(TOKEN, value));
        return Map.copyOf(listed);
    }

    /** The names of those a container needs as well. */
    List<String> inside() {
        Map<String, String> listed = variables();
        List<String> names = new ArrayList<>();
        token.ifPresent(value -> names.add(TOKEN));
        INSIDE.stream().filter(listed::containsKey).forEach(names::add);
        return List.copyOf(names);
    }

    Optional<String> token() {
        return token;
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(ours.get(name)).filter(value -> !value.isBlank());
    }

    private static boolean isListed(String name) {
        return OUTSIDE.contains(name)
                || INSIDE.contains(name)
                || FAMILIES.stream().anyMatch(name::startsWith);
    }
}
