package dev.readback.voice.personaplex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCommandTest {

    private static final LaunchWay BARE = new LaunchWay.Bare(Path.of("/usr/bin/setsid"), Path.of("/venv/bin/python"));
    private static final LaunchWay DOCKER = new LaunchWay.Container(Path.of("/usr/bin/docker"), "personaplex");
    private static final LaunchWay PODMAN = new LaunchWay.Container(Path.of("/usr/bin/podman"), "personaplex");

    @Test
    void by_itself_it_gets_flags_that_exist_and_serves_no_page() {
        assertThat(new ModelCommand(ModelOptions.usual(), BARE, List.of("HF_TOKEN")).argv())
                .containsExactly(
                        "/usr/bin/setsid",
                        "/venv/bin/python",
                        "-u",
                        "-c",
                        LaunchScript.text(),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "8998",
                        "--static",
                        "none",
                        "--device",
                        "cuda");
    }

    @Test
    void everything_that_may_be_chosen_is_passed_on() {
        ModelOptions options = new ModelOptions(
                9000,
                Optional.empty(),
                Optional.empty(),
                "cuda:1",
                true,
                Optional.of(Path.of("/voices/mine")),
                Optional.of("nvidia/personaplex-7b-v1"),
                List.of("--moshi-weight", "/w/moshi", "--mimi-weight=/w/mimi", "--tokenizer", "/w/t.model"));

        List<String> argv = new ModelCommand(options, BARE, List.of()).argv();

        assertThat(argv.subList(5, argv.size()))
                .containsExactly(
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "9000",
                        "--static",
                        "none",
                        "--device",
                        "cuda:1",
                        "--cpu-offload",
                        "--voice-prompt-dir",
                        "/voices/mine",
                        "--hf-repo",
                        "nvidia/personaplex-7b-v1",
                        "--moshi-weight",
                        "/w/moshi",
                        "--mimi-weight=/w/mimi",
                        "--tokenizer",
                        "/w/t.model");
    }

    @Test
    void a_container_publishes_its_port_on_loopback_only_and_is_given_the_token_by_name() {
        assertThat(new ModelCommand(ModelOptions.usual(), DOCKER, List.of("HF_TOKEN")).argv())
                .containsExactly(
                        "/usr/bin/docker",
                        "run",
                        "--rm",
                        "--init",
                        "--name",
                        "readback-personaplex-8998",
                        "--gpus",
                        "all",
                        "-p",
                        "127.0.0.1:8998:8998",
                        "-e",
                        "HF_TOKEN",
                        "-v",
                        "readback-hf-cache:/root/.cache/huggingface",
                        "personaplex",
                        "/app/moshi/.venv/bin/python",
                        "-u",
                        "-m",
                        "moshi.server",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "8998",
                        "--static",
                        "none",
                        "--device",
                        "cuda");
    }

    @Test
    void podman_is_told_of_the_gpu_in_its_own_way() {
        assertThat(new ModelCommand(ModelOptions.usual(), PODMAN, List.of()).argv())
                .containsSequence("--device", "nvidia.com/gpu=all")
                .doesNotContain("--gpus");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--voice-prompt | only of moshi.offline",
                "--voice-prompt | PERSONAPLEX_VOICE",
                "--text-prompt | goes with each connection",
                "--gradio-tunnel | on the internet",
                "--gradio-tunnel-token | on the internet",
                "--ssl | plain HTTP",
                "--host | held to 127.0.0.1",
                "--port | before the",
                "--voice-prompt-dir | --voices DIR",
                "--tokeniser | did you mean \"--tokenizer\"",
                "words | no flag of moshi.server",
            })
    void a_flag_that_is_not_passed_on_is_told_with_what_to_do_instead(String flag, String sentence) {
        assertThatThrownBy(() -> ModelFlags.checked(List.of(flag, "x")))
                .isInstanceOf(ModelFailure.class)
                .hasMessageStartingWith(flag)
                .hasMessageContaining(sentence);
        assertThatThrownBy(() -> ModelFlags.checked(List.of("--tokenizer", "/t", flag + "=x")))
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--gradio", "--gradio-t", "--voice", "--s", "--po"})
    void the_abbreviations_its_parser_would_take_are_not_passed_on(String flag) {
        assertThatThrownBy(() -> ModelFlags.checked(List.of(flag))).isInstanceOf(ModelFailure.class);
    }

    @Test
    void a_flag_is_not_taken_for_the_file_of_the_one_before_it() {
        assertThatThrownBy(() -> ModelFlags.checked(List.of("--tokenizer", "--gradio-tunnel")))
                .hasMessage("--tokenizer takes a file.");
    }

    @Test
    void the_name_of_an_image_cannot_be_a_flag() {
        assertThatThrownBy(() -> new ModelOptions(
                        8998,
                        Optional.empty(),
                        Optional.of("--network=host"),
                        "cuda",
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        List.of()))
                .hasMessageContaining("--container is \"--network=host\"");
    }

    @Test
    void its_environment_is_a_list() {
        ModelEnvironment environment = new ModelEnvironment(
                Map.of(
                        "PATH", "/bin",
                        "HOME", "/home/me",
                        "CUDA_VISIBLE_DEVICES", "0",
                        "HTTPS_PROXY", "http://proxy:3128",
                        "ANTHROPIC_API_KEY", "secret",
                        "READBACK_TOKEN", "secret",
                        "HF_TOKEN", "another",
                        "LD_PRELOAD", "/tmp/x.so"),
                Optional.of("hf_x"));

        assertThat(environment.variables())
                .containsOnly(
                        Map.entry("PATH", "/bin"),
                        Map.entry("HOME", "/home/me"),
                        Map.entry("CUDA_VISIBLE_DEVICES", "0"),
                        Map.entry("HTTPS_PROXY", "http://proxy:3128"),
                        Map.entry("HF_TOKEN", "hf_x"));
        assertThat(environment.inside()).containsExactly("HF_TOKEN", "HTTPS_PROXY");
    }
}
