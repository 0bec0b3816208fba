package dev.readback.execution;

import dev.readback.agent.Agent;
import dev.readback.conversation.Sessions;
import dev.readback.intent.Interpreter;
import dev.readback.say.Sayer;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What executions stand on.
 *
 * @param elevate puts {@code sudo -n} before a line where the owner's policy says so; applied before the line is judged
 * @param redact takes secrets out of a text; applied to everything before it is kept or said
 * @param quick what tells in a moment what words would come to
 * @param milestones is told what an execution has passed
 * @param clock the time
 * @param ids makes new identifiers
 * @param alarm wakes us when a question runs out of time
 */
public record ExecutionParts(
        ExecutionStore store,
        Sessions sessions,
        Interpreter interpreter,
        Judge judge,
        UnaryOperator<String> elevate,
        Agent agent,
        Sayer sayer,
        UnaryOperator<String> redact,
        Diary diary,
        Deeds deeds,
        Insight insight,
        QuickParts quick,
        Milestones milestones,
        InstantSource clock,
        Supplier<UUID> ids,
        Alarm alarm) {}
