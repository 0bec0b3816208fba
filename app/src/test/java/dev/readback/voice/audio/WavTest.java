package dev.readback.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavTest {

    @TempDir
    Path folder;

    @Test
    void what_is_written_is_read() throws IOException {
        Path file = folder.resolve("a.wav");
        short[] samples = {1, -2, 3};

        new Wav(samples, 22_050).write(file);

        assertThat(Wav.read(file).samples()).containsExactly(samples);
        assertThat(Wav.read(file).rate()).isEqualTo(22_050);
    }

    @Test
    void a_length_that_is_too_long_means_the_rest() throws IOException {
        Path file = folder.resolve("grown.wav");
        new Wav(new short[] {5, 6, 7}, 16_000).write(file);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(40, 0x7ffff000);
        Files.write(file, bytes);

        assertThat(Wav.read(file).samples()).containsExactly(5, 6, 7);
    }

    @Test
    void what_is_no_wav_is_refused() throws IOException {
        Path file = Files.write(folder.resolve("no.wav"), new byte[100]);

        assertThatThrownBy(() -> Wav.read(file)).isInstanceOf(IOException.class);
    }
}
