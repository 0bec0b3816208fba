package dev.readback;

import dev.readback.execution.Deeds;
import dev.readback.intent.Deed;
import dev.readback.memory.Workspace;
import java.util.Optional;

/** Does what Readback does itself in the workspace: its memory and its phrases. */
final class WorkspaceDeeds implements Deeds {

    private final Workspace workspace;

    WorkspaceDeeds(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Optional<Proposal> proposal(Deed deed) {
        return Optional.empty();
    }

    @Override
    public String carryOut(Deed deed) {
        return "My memory is in " + workspace.folder() + ".";
    }
}
