package dev.readback;

import dev.readback.agent.local.Inventory;
import dev.readback.gate.Gate;
import dev.readback.gate.Policy;
import dev.readback.gate.Surroundings;
import dev.readback.intent.Interpreter;
import dev.readback.intent.Phrasebook;
import dev.readback.intent.PhrasebookInterpreter;
import dev.readback.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** The gate and the interpreter as this owner has them, also for verbs that only judge or interpret and start nothing. */
public final class Owner {

    private Owner() {}

    /** The gate with the owner's policy. */
    public static Gate gate(Settings settings) {
        Path file = settings.home().resolve("policy.yaml");
        Policy policy = Files.isRegularFile(file) ? Policy.load(file) : Policy.DEFAULT;
        return Gate.open(policy, surroundings(settings.home(), settings.workspace()));
    }

    /** The interpreter that knows the names on this machine, the owner's phrases and the names in their notes. */
    public static Interpreter interpreter(Settings settings) {
        return words(settings).interpreter();
    }

    static OwnerWords words(Settings settings) {
        Inventory inventory = new Inventory(Path.of("/"), InstantSource.system());
        return new OwnerWords(settings.workspace(), new MachineNames(inventory), InstantSource.system());
    }

    /** The interpreter that knows the names on this machine, and nothing of the owner's. */
    public static Interpreter interpreter() {
        return interpreter(new Inventory(Path.of("/"), InstantSource.system()));
    }

    static Interpreter interpreter(Inventory inventory) {
        return new PhrasebookInterpreter(Phrasebook.shipped(), new MachineNames(inventory));
    }

    /** The owner's policy file; written with its explanations at the first start. */
    static Policy policy(Home home) {
        Path file = home.file("policy.yaml");
        if (!Files.exists(file)) {
            home.write("policy.yaml", Policy.template());
        }
        return Policy.load(file);
    }

    static Surroundings surroundings(Path home, Path workspace) {
        Path user = Path.of(System.getProperty("user.home"));
        return new Surroundings(home, workspace, user, user);
    }
}
