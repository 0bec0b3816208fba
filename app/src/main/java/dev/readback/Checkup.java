package dev.readback;

import dev.readback.audit.AuditResult;
import dev.readback.audit.AuditVerifier;
import dev.readback.failure.Failure;
import dev.readback.gate.Gate;
import dev.readback.gate.Verdict;
import dev.readback.memory.PhraseError;
import dev.readback.settings.Settings;
import dev.readback.store.Database;
import dev.readback.store.StoreDescription;
import dev.readback.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks whether everything Readback needs is there, and what would add to it. Changes nothing but, where it is missing, the home folder. */
public final class Checkup {

    private final Settings settings;

    public Checkup(Settings settings) {
        this.settings = settings;
    }

    /**
     * What was found about one thing.
     *
     * @param state whether it is in order, missing but not needed, or a problem
     */
    public record Finding(State state, String subject, String text) {}

    /** How a finding is to be taken. */
    public enum State {
        OK,
        NOTE,
        PROBLEM
    }

    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(ok("java", "Java " + Runtime.version()));
        findings.add(looking("home", this::home));
        findings.add(looking("database", this::database));
        findings.add(looking("audit", this::audit));
        findings.add(looking("policy", this::gate));
        findings.add(looking("phrases", this::phrases));
        findings.add(page());
        findings.add(program("setsid", "commands cannot be run without it (package util-linux)", State.PROBLEM));
        findings.add(program("bash", "lines with shell syntax cannot be run without it", State.PROBLEM));
        findings.add(systemd());
        findings.add(program("journalctl", "logs of services cannot be read", State.NOTE));
        findings.add(program("docker", "nothing about containers can be told", State.NOTE));
        findings.addAll(gateways());
        findings.add(new SpeechCheckup(settings.models()).finding());
        findings.addAll(new ModelCare(settings).findings());
        findings.add(links());
        findings.add(rights());
        return findings;
    }

    private List<Finding> gateways() {
        GatewayCare care = new GatewayCare(settings);
        return care.gateways().stream()
                .map(name -> gateway(name, care.look(name)))
                .toList();
    }

    private Finding gateway(String name, GatewayCare.Look look) {
        String subject = "gateway " + name;
        if (look.trouble().isPresent()) {
            return new Finding(State.PROBLEM, subject, look.trouble().get());
        }
        if (look.holes().isEmpty()) {
            return ok(subject, look.version() + "; each command its agent wants to run is judged here");
        }
        boolean allowed = settings.gateway().map(access -> access.ungated()).orElse(false);
        return note(
                subject,
                look.version() + (allowed ? " gets work though " : " gets no work, because ")
                        + String.join("; ", look.holes()) + "; \"readback openclaw secure\" mends that");
    }

    private Finding home() {
        return ok("home", Home.open(settings.home()).path() + " can be written to");
    }

    private Finding database() {
        if (settings.database().isEmpty() && !Files.exists(settings.home().resolve("readback.db"))) {
            return note("database", "none yet; made at the first start");
        }
        try (Database database = open()) {
            StoreDescription description = database.describe();
            return database.faults()
                    .map(fault -> new Finding(State.PROBLEM, "database", fault))
                    .orElseGet(() -> ok(
                            "database",
                            description.kind() + " at " + description.location() + ", " + description.bytes() / 1024
                                    + " KiB"));
        }
    }

    private Finding audit() {
        if (settings.database().isEmpty() && !Files.exists(settings.home().resolve("readback.db"))) {
            return note("audit", "none yet");
        }
        try (Database database = open()) {
            AuditResult result = AuditVerifier.verify(database.auditTrail(), database.auditAnchor());
            return new Finding(result.sound() ? State.OK : State.PROBLEM, "audit", result.sentence());
        }
    }

    private Database open() {
        return Database.openForReading(new StoreSettings(settings.home(), settings.database()));
    }

    private Finding gate() {
        Gate gate = Owner.gate(settings);
        boolean sane = gate.judge("uptime").verdict() == Verdict.ALLOW
                && gate.judge("rm -rf /").verdict() == Verdict.DENY;
        return sane
                ? ok("gate", "the policy is read and the gate judges")
                : new Finding(State.PROBLEM, "gate", "the gate does not judge as it should; nothing should be run");
    }

    private Finding phrases() {
        List<PhraseError> errors = Owner.words(settings).phrases().errors();
        return errors.isEmpty()
                ? ok("phrases", "your own phrase files are in order")
                : new Finding(
                        State.PROBLEM,
                        "phrases",
                        errors.stream().map(PhraseError::say).collect(Collectors.joining("; ")));
    }

    private static Finding page() {
        return Checkup.class.getResource("/page/index.html") != null
                ? ok("page", "built")
                : new Finding(State.PROBLEM, "page", "not built; ./readback builds it, with npm");
    }

    private static Finding systemd() {
        return Files.isDirectory(Path.of("/run/systemd/system"))
                ? ok("systemd", "runs this machine")
                : note("systemd", "does not run this machine; services cannot be managed");
    }

    private Finding links() {
        return settings.publicUrl().isPresent()
                ? ok("links", OwnLinks.reach(settings))
                : note("links", OwnLinks.reach(settings));
    }

    private static Finding rights() {
        String user = System.getProperty("user.name");
        return "root".equals(user)
                ? note("rights", "commands run as root")
                : note(
                        "rights",
                        "commands run as " + user + "; sudo_for in policy.yaml names programs to run by sudo -n");
    }

    private static Finding program(String name, String without, State missing) {
        return installed(name)
                .map(path -> ok(name, path.toString()))
                .orElseGet(() -> new Finding(missing, name, "not installed; " + without));
    }

    static Optional<Path> installed(String name) {
        return Stream.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Finding looking(String subject, Supplier<Finding> look) {
        try {
            return look.get();
        } catch (Failure e) {
            return new Finding(State.PROBLEM, subject, e.say());
        }
    }

    private static Finding ok(String subject, String text) {
        return new Finding(State.OK, subject, text);
    }

    private static Finding note(String subject, String text) {
        return new Finding(State.NOTE, subject, text);
    }
}
