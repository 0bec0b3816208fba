package dev.readback.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MemoryRoutesTest {
    @AutoClose
    private final WebWorld world = new WebWorld();

    @Test
    void a_file_is_read_with_its_version_and_replaced_only_by_who_knows_it() {
        HttpResponse<String> read = world.get("/memory/MEMORY.md");
        assertThat(read.headers().firstValue("Content-Type")).contains("text/markdown; charset=utf-8");
        String tag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(WebWorld.code(world.send(put("/memory/MEMORY.md", "new")))).isEqualTo("version_required");
        assertThat(world.send(put("/memory/MEMORY.md", "new").header("If-Match", tag))
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> late = world.send(put("/memory/MEMORY.md", "other").header("If-Match", tag));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(WebWorld.code(late)).isEqualTo("version_conflict");
        assertThat(world.get("/memory/MEMORY.md").body()).isEqualTo("new");
    }

    @Test
    void a_new_file_in_a_folder_needs_no_version() {
        assertThat(world.send(put("/memory/skills/backup.md", "# Borgmatic")).statusCode())
                .isEqualTo(204);
        assertThat(WebWorld.json(world.get("/memory")).get("files").toString()).contains("skills/backup.md");
        assertThat(WebWorld.json(world.get("/memory/search?q=Borgmatic")).get("hits"))
                .hasSize(1);
    }

    @Test
    void what_lies_outside_the_workspace_is_out_of_reach() {
        assertThat(WebWorld.code(world.get("/memory/.secret"))).isEqualTo("file_name_refused");
        assertThat(WebWorld.code(world.get("/memory/MEMORY.txt"))).isEqualTo("file_name_refused");
    }

    @Test
    void who_has_the_version_already_is_told_so() {
        String tag = world.get("/memory/MEMORY.md").headers().firstValue("ETag").orElseThrow();
        var request = world.asProgram("/memory/MEMORY.md").header("If-None-Match", tag);
        assertThat(world.send(request).statusCode()).isEqualTo(304);
    }

    @Test
    void a_text_that_is_too_large_or_no_text_is_refused() {
        assertThat(WebWorld.code(world.send(put("/memory/big.md", "x".repeat(256 * 1024 + 1)))))
                .isEqualTo("body_too_large");
        var broken = world.asProgram("/memory/x.md")
                .header("Content-Type", "text/markdown")
                .PUT(BodyPublishers.ofByteArray(new byte[] {(byte) 0xff}));
        assertThat(world.send(broken).statusCode()).isEqualTo(400);
    }

    private HttpRequest.Builder put(String path, String text) {
        return world.asProgram(path).header("Content-Type", "text/markdown").PUT(BodyPublishers.ofString(text));
    }
}
