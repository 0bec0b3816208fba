package dev.readback.say;

import static dev.readback.say.Known.known;
import static dev.readback.say.Known.named;

import java.util.List;

/** What systemd and the journal say when they fail. */
final class ServiceFailures {

    static final List<Known> ALL = List.of(
            known(
                    "not been booted with systemd|Failed to connect to (?:system )?bus|Failed to connect to (?:system|user) scope bus",
                    (found, told) -> "This machine does not run systemd, so I cannot " + told.act() + "."),
            known(
                    "No journal files were opened due to insufficient permissions|not seeing messages from other users",
                    (found, told) ->
                            "I may not read this machine's journal. Membership of the group systemd-journal would give "
                                    + told.user() + " the right."),
            known(
                    "No journal files were (?:found|opened)",
                    (found, told) -> "This machine keeps no journal, so I cannot " + told.act() + "."),
            known(
                    "Unit (\\S{1,200}?)(?:\\.service)? is masked",
                    (found, told) -> named(found) + " is masked and cannot be started."),
            known(
                    "Unit (\\S{1,200}?)(?:\\.service)? (?:could not be found|not found|does not exist)"
                            + "|Failed to \\S{1,20} (?:unit )?(\\S{1,200}?)(?:\\.service)?: Unit [^\n]{0,200}not found"
                            + "|Unit file (\\S{1,200}?)(?:\\.service)? does not exist"
                            + "|Failed to \\S{1,20} unit: Unit (?:file )?(\\S{1,200}?)(?:\\.service)? (?:does not exist|not found)",
                    (found, told) ->
                            "There is no service called " + told.slot("service", named(found)) + " on this machine."),
            known(
                    "Job for (\\S{1,200}?)(?:\\.service)? (?:failed because a timeout|failed because the control process|failed|canceled)",
                    (found, told) -> named(found) + " did not come up. Say \"show the logs of " + named(found)
                            + "\" to see why."),
            known(
                    "Start request repeated too quickly|start-limit-hit",
                    (found, told) ->
                            told.slot("service", "It") + " failed too often in a row, so systemd no longer starts it."),
            known(
                    "Job type reload is not applicable",
                    (found, told) -> told.slot("service", "It") + " cannot reload; it can only be restarted."),
            known(
                    "Operation refused, unit (\\S{1,200}?)(?:\\.service)? may be requested by dependency only",
                    (found, told) -> named(found) + " starts only when something else needs it."),
            known(
                    "The unit files have no installation config",
                    (found, told) -> told.slot("service", "It")
                            + " cannot be enabled: it starts only when something else needs it."));

    private ServiceFailures() {}
}
