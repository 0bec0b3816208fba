package dev.readback;

import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayEvent;
import dev.readback.failure.Failure;
import dev.readback.memory.Workspace;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Puts the files a workspace begins with into the workspace of a Gateway on this machine as well, where they are missing: its agent reads the same kind of
 * files. Nothing that is there is changed.
 */
final class GatewayWorkspaces {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayWorkspaces.class);

    private GatewayWorkspaces() {}

    /** Looks each time the Gateway connects. Of one elsewhere the files are out of reach. */
    static void keep(Gateway gateway, boolean onThisMachine) {
        if (onThisMachine) {
            gateway.subscribe(event -> {
                if (event instanceof GatewayEvent.Connected) {
                    Thread.ofVirtual().name("gateway-workspace").start(() -> prepare(gateway));
                }
            });
        }
    }

    private static void prepare(Gateway gateway) {
        try {
            folder(gateway.call(Calls.configGet()).path("config"))
                    .filter(Files::isDirectory)
                    .filter(Files::isWritable)
                    .ifPresent(Workspace::open);
        } catch (Failure trouble) {
            LOG.atInfo()
                    .addKeyValue("gateway", gateway.name())
                    .addKeyValue("why", trouble.say())
                    .log("the workspace of a Gateway was left as it is");
        }
    }

    /** The workspace of its agent; where none is set, the one OpenClaw takes. */
    private static Optional<Path> folder(JsonNode config) {
        String all = config.path("agents").path("defaults").path("workspace").asString("");
        String own = config.path("agents")
                .path("entries")
                .path("main")
                .path("workspace")
                .asString(all);
        String home = System.getProperty("user.home");
        try {
            Path path = own.isBlank()
                    ? Path.of(home, ".openclaw", "workspace")
                    : Path.of(own.startsWith("~/") ? home + own.substring(1) : own);
            return Optional.of(path).filter(Path::isAbsolute);
        } catch (InvalidPathException unreadable) {
            return Optional.empty();
        }
    }
}
