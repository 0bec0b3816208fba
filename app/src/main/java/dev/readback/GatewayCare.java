package dev.readback;

import dev.readback.agent.openclaw.Securing;
import dev.readback.agent.openclaw.wire.Access;
import dev.readback.agent.openclaw.wire.Address;
import dev.readback.agent.openclaw.wire.DeviceIdentity;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.KeptGateway;
import dev.readback.failure.Failure;
import dev.readback.settings.GatewayAccess;
import dev.readback.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks after the owner's Gateways from the terminal: how they stand, and whether their commands come before our gate. */
public final class GatewayCare {

    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final String BEFORE = "gateway-before-";

    private final Settings settings;

    public GatewayCare(Settings settings) {
        this.settings = settings;
    }

    /** The addresses that are set up; empty where none is. */
    public List<String> gateways() {
        return settings.gateway()
                .map(access -> access.addresses().stream()
                        .map(address -> Address.of(address.toString()).name())
                        .toList())
                .orElse(List.of());
    }

    /**
     * How a Gateway stands.
     *
     * @param trouble why it could not be looked at
     * @param version what it said it is
     * @param holes what lets commands pass without our word
     */
    public record Look(Optional<String> trouble, String version, List<String> holes) {}

    public Look look(String name) {
        try {
            return with(
                    name,
                    gateway -> new Look(
                            Optional.empty(), version(gateway), new Securing(gateway, InstantSource.system()).holes()));
        } catch (Failure trouble) {
            return new Look(Optional.of(trouble.say()), "", List.of());
        }
    }

    /** What securing a Gateway would change; empty where nothing is to be changed. */
    public List<String> changes(String name) {
        return with(name, gateway -> new Securing(gateway, InstantSource.system()).changes());
    }

    /** Secures a Gateway, keeping what it was before; gives what still lets commands pass. */
    public List<String> secure(String name) {
        Home home = Home.open(settings.home());
        return with(name, gateway -> {
            Securing securing = new Securing(gateway, InstantSource.system());
            if (home.read(file(name)).isEmpty()) {
                home.write(file(name), securing.before() + "\n");
            }
            return securing.secure();
        });
    }

    /** Puts a Gateway back as it was before it was secured; false where nothing was kept of that. */
    public boolean unsecure(String name) {
        Home home = Home.open(settings.home());
        Optional<String> before = home.read(file(name));
        before.ifPresent(was -> {
            with(name, gateway -> {
                new Securing(gateway, InstantSource.system()).undo(was);
                return true;
            });
            home.delete(file(name));
        });
        return before.isPresent();
    }

    private static String file(String name) {
        return BEFORE + name.replaceAll("[^A-Za-z0-9.]", "_") + ".json";
    }

    private static String version(Gateway gateway) {
        return gateway.hello()
                .map(hello -> (hello.clawdbot() ? "Clawdbot" : "OpenClaw") + " " + hello.version())
                .orElse("");
    }

    private <T> T with(String name, Function<Gateway, T> work) {
        GatewayAccess access = settings.gateway().orElseThrow();
        Address address = access.addresses().stream()
                .map(uri -> Address.of(uri.toString()))
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        DeviceIdentity device = new DeviceIdentity(Home.open(settings.home()).file("device"));
        try (KeptGateway gateway = new KeptGateway(new Access(address, access.token(), device))) {
            boolean connected = gateway.awaitConnected(PATIENCE);
            if (!connected && gateway.standing() instanceof Gateway.Standing.Away away) {
                throw away.trouble();
            }
            return work.apply(gateway);
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(leaving);
        }
    }
}
