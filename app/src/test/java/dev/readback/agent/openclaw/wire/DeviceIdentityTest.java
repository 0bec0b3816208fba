package dev.readback.agent.openclaw.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceIdentityTest {

    @TempDir
    Path folder;

    @Test
    void it_is_the_same_after_a_restart_and_only_ours_to_read() throws IOException {
        Path own = folder.resolve("deep/device");
        String id = new DeviceIdentity(own).id();

        assertThat(new DeviceIdentity(own).id()).isEqualTo(id).matches("[0-9a-f]{64}");
        assertThat(new DeviceIdentity(own).publicKey()).matches("[A-Za-z0-9_-]{43}");
        assertThat(modes(own)).isEqualTo("rwx------");
        assertThat(modes(own.resolve("device.json"))).isEqualTo("rw-------");
        try (var files = Files.list(own)) {
            assertThat(files).containsExactly(own.resolve("device.json"));
        }
    }

    @Test
    void nothing_is_made_before_it_is_needed() {
        DeviceIdentity identity = new DeviceIdentity(folder.resolve("device"));
        assertThat(identity.token("box:1")).isEmpty();
        identity.forget("box:1");
        assertThat(folder.resolve("device")).doesNotExist();
    }

    @Test
    void each_gateway_has_a_token_of_its_own() {
        DeviceIdentity identity = new DeviceIdentity(folder);
        identity.keep("a:1", "one");
        identity.keep("b:1", "two");
        identity.forget("a:1");
        assertThat(new DeviceIdentity(folder).token("a:1")).isEmpty();
        assertThat(new DeviceIdentity(folder).token("b:1")).contains("two");
    }

    @Test
    void a_damaged_file_is_set_aside() throws IOException {
        String before = new DeviceIdentity(folder).id();
        Files.writeString(folder.resolve("device.json"), "{\"private\":\"AAAA\",\"public\":\"AAAA\"}");
        Files.writeString(folder.resolve("device-tokens.json"), "{\"a:1\":");

        DeviceIdentity after = new DeviceIdentity(folder);

        assertThat(after.id()).isNotEqualTo(before);
        assertThat(after.token("a:1")).isEmpty();
        assertThat(folder.resolve("device.json.damaged")).exists();
        assertThat(folder.resolve("device-tokens.json.damaged")).exists();
    }

    private static String modes(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
