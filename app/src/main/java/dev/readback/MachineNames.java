package dev.readback;

import dev.readback.agent.local.Inventory;
import dev.readback.intent.Names;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;

/** The names that exist on this machine, for the interpreter. */
final class MachineNames implements Names {

    private final Inventory inventory;

    MachineNames(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Set<String> services() {
        return inventory.services();
    }

    @Override
    public Set<String> containers() {
        return inventory.containers();
    }

    @Override
    public Set<String> hosts() {
        return inventory.hosts();
    }

    @Override
    public boolean isDirectory(String path) {
        try {
            return Files.isDirectory(Path.of(path));
        } catch (InvalidPathException notEvenAPath) {
            return false;
        }
    }

    @Override
    public Set<String> programs() {
        return inventory.programs();
    }

    @Override
    public Set<String> users() {
        return inventory.users();
    }
}
