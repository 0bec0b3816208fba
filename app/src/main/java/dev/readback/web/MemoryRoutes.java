package dev.readback.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.readback.memory.MemoryFailure;
import dev.readback.memory.Note;
import dev.readback.memory.Workspace;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workspace: Markdown as it is, with its version as the entity tag. */
final class MemoryRoutes {
    private static final String MARKDOWN = "text/markdown";
    private final Workspace workspace;

    MemoryRoutes(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/memory", this::files),
                Route.get("/memory/search", this::search),
                Route.get("/memory/<file>", this::read),
                Route.put("/memory/<file>", this::write));
    }

    private void files(Context context) {
        Json.answer(context, 200, Map.of("files", workspace.files()));
    }

    private void search(Context context) {
        String words = Optional.ofNullable(context.queryParam("q"))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new BadRequest("q", "q is missing: the words to look for."));
        int limit = (int) Texts.queryNumber(context, "limit", 20, 1, 100);
        Json.answer(context, 200, Map.of("hits", workspace.search(Texts.checked("q", words, 1024), limit)));
    }

    private void read(Context context) {
        Note note = workspace.read(context.pathParam("file"));
        context.header("ETag", tag(note.version()));
        if (tag(note.version()).equals(context.header("If-None-Match"))) {
            context.status(304);
        } else {
            context.contentType(MARKDOWN + "; charset=utf-8").result(note.text());
        }
    }

    private void write(Context context) {
        Body.requireType(context, MARKDOWN, "text/plain");
        Optional<String> expected =
                Optional.ofNullable(context.header("If-Match")).map(MemoryRoutes::version);
        String text = text(Body.read(context, Workspace.MAX_BYTES));
        Note written = write(context.pathParam("file"), text, expected);
        context.header("ETag", tag(written.version())).status(204);
    }

    private Note write(String file, String text, Optional<String> expected) {
        try {
            return workspace.write(file, text, Optional.of(expected.orElse(Note.ABSENT)));
        } catch (MemoryFailure.ChangedMeanwhile changed) {
            throw expected.isPresent()
                    ? changed
                    : new Refused(
                            "version_required",
                            "Send the ETag of the text that is to be replaced as If-Match, so that nothing is lost.");
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Texts.checked("body", text, Workspace.MAX_BYTES);
        } catch (CharacterCodingException broken) {
            throw new BadRequest("body", "The text is not UTF-8.");
        }
    }

    private static String tag(String version) {
        return "\"" + version + "\"";
    }

    private static String version(String tag) {
        return tag.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", "");
    }
}
