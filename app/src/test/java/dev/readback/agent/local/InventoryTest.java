package dev.readback.agent.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {

    @TempDir
    Path root;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void services_are_units_and_init_scripts_without_masked_ones_and_bare_templates() throws IOException {
        file("usr/lib/systemd/system/nginx.service");
        file("usr/lib/systemd/system/getty@.service");
        file("usr/lib/systemd/system/backup.timer");
        file("usr/lib/systemd/system/hidden.service");
        file("etc/systemd/system/shop.service");
        Files.createSymbolicLink(root.resolve("etc/systemd/system/hidden.service"), Path.of("/dev/null"));
        file("etc/systemd/system/getty.target.wants/getty@tty1.service");
        assertThat(file("etc/init.d/cron").toFile().setExecutable(true)).isTrue();
        assertThat(file("etc/init.d/hidden").toFile().setExecutable(true)).isTrue();
        file("etc/init.d/README");

        assertThat(inventory().services()).containsExactly("cron", "getty@tty1", "nginx", "shop");
    }

    @Test
    void users_are_those_of_the_password_file() throws IOException {
        Files.writeString(
                file("etc/passwd"), "root:x:0:0::/root:/bin/bash\nana:x:1000:1000:Ana:/home/ana:/bin/sh\n+::::::\n\n");

        assertThat(inventory().users()).containsExactly("ana", "root");
    }

    @Test
    void containers_are_named_as_docker_names_them() throws IOException {
        Files.writeString(file("var/lib/docker/containers/4f2a/config.v2.json"), "{\"Name\": \"/web\", \"State\": {}}");
        Files.writeString(file("var/lib/docker/containers/77aa/config.v2.json"), "{broken");

        assertThat(inventory().containers()).containsExactly("web");
    }

    @Test
    void a_machine_that_shows_nothing_has_no_names() {
        assertThat(inventory().services()).isEmpty();
        assertThat(inventory().users()).isEmpty();
        assertThat(inventory().containers()).isEmpty();
        assertThat(inventory().hosts()).isEmpty();
    }

    @Test
    void a_list_is_looked_up_again_after_thirty_seconds() throws IOException {
        Inventory inventory = inventory();
        assertThat(inventory.services()).isEmpty();
        file("etc/systemd/system/new.service");

        assertThat(inventory.services()).isEmpty();
        now = now.plusSeconds(30);
        assertThat(inventory.services()).containsExactly("new");
    }

    @Test
    void this_machine_has_root() {
        assertThat(new Inventory(Path.of("/"), InstantSource.system()).users()).contains("root");
    }

    private Inventory inventory() {
        return new Inventory(root, () -> now);
    }

    private Path file(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
