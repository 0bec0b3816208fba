package dev.readback.voice.personaplex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelDeathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | server.py: error: unrecognized arguments: --text-prompt | unrecognized arguments: --text-prompt | true",
                "1 | AssertionError: Directory missing: /x/voices | no folder of voices at /x/voices | true",
                "1 | huggingface_hub.errors.GatedRepoError: 401 Client Error. | Accept the licence | true",
                "1 | torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2 GiB | memory of the GPU | false",
                "1 | RuntimeError: Found no NVIDIA driver on your system. | no GPU | true",
                "1 | AssertionError: Torch not compiled with CUDA enabled | no GPU | true",
                "1 | ModuleNotFoundError: No module named 'moshi' | no module moshi | true",
                "1 | /usr/bin/python3: No module named moshi | no module moshi | true",
                "1 | OSError: [Errno 98] error while attempting to bind: address already in use | on its port | true",
                "125 | docker: could not select device driver with capabilities: [[gpu]]. | no GPU | true",
                "137 | 2026 - INFO - loading moshi | killed | false",
                "1 | ValueError: odd | status 1. Its last line: ValueError: odd | false",
            })
    void why_it_ended_is_told_in_words(int status, String line, String sentence, boolean hopeless) {
        ModelDeath death = ModelDeath.of(status, List.of("Traceback (most recent call last):", line, ""));

        assertThat(death.sentence()).contains(sentence);
        assertThat(death.hopeless()).isEqualTo(hopeless);
    }

    @Test
    void the_bars_of_downloads_and_the_lines_of_loading_tell_how_far_it_is() {
        assertThat(ModelStage.of("model.safetensors:  12%|█▏        | 2.0G/16.7G [01:02<07:30, 32.6MB/s]"))
                .contains("downloading model.safetensors, 12 percent");
        assertThat(ModelStage.of("2026-01-01 - __main__ - INFO - warming up the model"))
                .contains("warming up the model");
        assertThat(ModelStage.of("anything else")).isEmpty();
    }

    @Test
    void the_memory_of_a_gpu_is_judged_by_what_it_is_sold_as() {
        List<ModelGpu> gpus = ModelGpu.read("""
                NVIDIA GeForce RTX 3070, 8192, 7800
                Tesla T4, 15360, 15000
                NVIDIA L4, 23034, 22900
                NVIDIA H200, 143771, 1000
                Some Laptop GPU, [N/A], [N/A]
                """);

        assertThat(gpus).extracting(ModelGpu::tooSmall).containsExactly(true, false, false, false);
        assertThat(gpus.get(0).caution().orElseThrow()).contains("8 GB do not hold the model");
        assertThat(gpus.get(1).caution().orElseThrow()).contains("may not do");
        assertThat(gpus.get(2).caution()).isEmpty();
        assertThat(gpus.get(3).caution().orElseThrow()).contains("only 1 of its 140 GB are free");
    }
}
