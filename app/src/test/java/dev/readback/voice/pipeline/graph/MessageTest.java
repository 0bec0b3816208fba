package dev.readback.voice.pipeline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void what_is_written_is_read_and_is_as_long_as_it_said() throws IOException {
        Message message = new Message(List.of(
                Part.Whole.of(1, 300),
                Part.Whole.of(2, -1),
                new Part.Whole(3, 1, 0x0102030405060708L),
                new Part.Whole(4, 5, 0x01020304),
                Part.Bytes.of(5, "nginx"),
                new Part.Nested(600, new Message(List.of(Part.Bytes.of(1, "inner"))))));

        byte[] bytes = written(message);
        Message read = Message.read(ByteBuffer.wrap(bytes));

        assertThat(bytes.length).isEqualTo((int) message.length());
        assertThat(read.value(1)).isEqualTo(300);
        assertThat(read.value(2)).isEqualTo(-1);
        assertThat(read.value(3)).isEqualTo(0x0102030405060708L);
        assertThat(read.value(4)).isEqualTo(0x01020304);
        assertThat(read.texts(5)).containsExactly("nginx");
        assertThat(written(read)).containsExactly(bytes);
    }

    @Test
    void what_is_cut_off_is_broken() {
        assertThatThrownBy(() -> Message.read(ByteBuffer.wrap(new byte[] {0x2a, 9, 'n'})))
                .isInstanceOf(BrokenGraph.class);
        assertThatThrownBy(() -> Message.read(ByteBuffer.wrap(new byte[] {(byte) 0x80})))
                .isInstanceOf(BrokenGraph.class);
    }

    private static byte[] written(Message message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.write(out);
        return out.toByteArray();
    }
}
