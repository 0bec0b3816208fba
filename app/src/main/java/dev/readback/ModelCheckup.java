package dev.readback;

import dev.readback.Checkup.Finding;
import dev.readback.Checkup.State;
import dev.readback.voice.personaplex.ModelNeeds;
import dev.readback.voice.personaplex.ModelOptions;
import dev.readback.voice.personaplex.ModelProbe;
import dev.readback.voice.personaplex.ModelProbe.Found;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Looks whether the PersonaPlex model could run here, and whether those that are set up answer. */
final class ModelCheckup {

    private static final String SUBJECT = "personaplex";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ModelNeeds needs;
    private final List<URI> servers;
    private final Optional<SSLContext> trust;

    /**
     * @param servers where such models are said to listen
     * @param trust whom to take for them; empty for whom Java trusts
     */
    ModelCheckup(ModelNeeds needs, List<URI> servers, Optional<SSLContext> trust) {
        this.trust = trust;
        this.needs = needs;
        this.servers = List.copyOf(servers);
    }

    /** A line on this machine, unless the model is elsewhere, and one for each server. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Optional<String> gpu = needs.gpu();
        if (gpu.isPresent() || servers.isEmpty()) {
            findings.add(gpu.map(this::here).orElseGet(ModelCheckup::noGpu));
        }
        try (ModelProbe probe = new ModelProbe(PATIENCE, trust)) {
            servers.forEach(server -> findings.add(there(server, probe.look(server))));
        }
        return findings;
    }

    private static Finding noGpu() {
        return note("embedded speech serves; for full duplex the model needs a GPU, and there is none of NVIDIA here"
                + " (PERSONAPLEX_URL names one elsewhere)");
    }

    /** What is too small is a problem only to who wants it: its package is installed. */
    private Finding here(String gpu) {
        List<String> missing = needs.missing(ModelOptions.usual());
        State state = missing.isEmpty() ? State.OK : State.NOTE;
        if (needs.gpuTooSmall() && needs.installed()) {
            state = State.PROBLEM;
        }
        String end = missing.isEmpty()
                ? "\"readback personaplex\" runs the model here"
                : "to run the model here: " + String.join(" ", missing);
        return new Finding(state, SUBJECT, gpu + "; " + end);
    }

    private static Finding there(URI server, Found found) {
        String name = server.getRawAuthority();
        return switch (found) {
            case Found.ItIs it -> answers(server, name);
            case Found.SomethingElse(int status) ->
                problem(name + " is no model server: it answers " + status + " where that answers 400");
            case Found.Nobody nobody -> problem("nobody answers at " + name + "; embedded speech serves meanwhile");
            case Found.Silent silent ->
                problem(name + " does not answer within " + PATIENCE.toSeconds()
                        + " s: it hangs, or a firewall is in the way");
            case Found.TlsTrouble trouble ->
                problem(name + " was not understood: "
                        + (secure(server)
                                ? "it speaks no TLS, or its certificate is not trusted here"
                                : "it may speak TLS, then its address begins with wss://"));
        };
    }

    private static Finding answers(URI server, String name) {
        if (secure(server)) {
            return new Finding(
                    State.OK,
                    SUBJECT,
                    name + " answers; it has no authentication of its own: who reaches it can use it");
        }
        return local(server)
                ? new Finding(State.OK, SUBJECT, name + " answers")
                : note(name + " answers, without TLS and without authentication: it must be kept off the network,"
                        + " and what you say crosses it in the open");
    }

    private static boolean secure(URI server) {
        return "wss".equals(server.getScheme());
    }

    private static boolean local(URI server) {
        try {
            return InetAddress.getByName(server.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static Finding note(String text) {
        return new Finding(State.NOTE, SUBJECT, text);
    }

    private static Finding problem(String text) {
        return new Finding(State.PROBLEM, SUBJECT, text);
    }
}
