package dev.readback;

import dev.readback.agent.Agent;
import dev.readback.agent.Asker;
import dev.readback.agent.Assignment;
import dev.readback.agent.CommandLine;
import dev.readback.agent.Outcome;
import dev.readback.agent.Preparation;
import dev.readback.agent.RunListener;
import dev.readback.agent.Task;
import dev.readback.settings.AgentChoice;
import java.util.UUID;

/**
 * This machine's agent and a Gateway's as one. Tasks go to the Gateway; commands go where the owner wants them. Who was given a run is on record with it, so that
 * the right one takes it up after a restart. Thread-safe.
 */
final class Agents implements Agent {

    private final Agent local;
    private final Agent gateway;
    private final AgentChoice commands;

    Agents(Agent local, Agent gateway, AgentChoice commands) {
        this.local = local;
        this.gateway = gateway;
        this.commands = commands;
    }

    @Override
    public String name() {
        return commands == AgentChoice.OPENCLAW ? gateway.name() : local.name();
    }

    @Override
    public Preparation prepare(CommandLine line) {
        return (commands == AgentChoice.OPENCLAW ? gateway : local).prepare(line);
    }

    @Override
    public String place(String host, UUID sessionId) {
        return commands == AgentChoice.OPENCLAW ? gateway.place(host, sessionId) : local.place(host, sessionId);
    }

    @Override
    public Preparation prepare(Task task) {
        return gateway.prepare(task);
    }

    @Override
    public Outcome run(Assignment assignment, RunListener listener, Asker asker) {
        return of(assignment).run(assignment, listener, asker);
    }

    @Override
    public Outcome adopt(Assignment assignment, RunListener listener, Asker asker) {
        return of(assignment).adopt(assignment, listener, asker);
    }

    /** Each leaves alone what it does not know. */
    @Override
    public void cancel(UUID runId) {
        gateway.cancel(runId);
        local.cancel(runId);
    }

    @Override
    public void forget(UUID runId) {
        local.forget(runId);
        gateway.forget(runId);
    }

    private Agent of(Assignment assignment) {
        return assignment
                .invocation()
                .agent()
                .filter(gateway.name()::equals)
                .map(name -> gateway)
                .orElse(local);
    }
}
