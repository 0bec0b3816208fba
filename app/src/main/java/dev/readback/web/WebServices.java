package dev.readback.web;

import dev.readback.agent.Elsewhere;
import dev.readback.audit.AuditTrail;
import dev.readback.conversation.Sessions;
import dev.readback.execution.EventLog;
import dev.readback.execution.Executions;
import dev.readback.gate.Grant;
import dev.readback.memory.Workspace;
import dev.readback.notify.Notifications;
import dev.readback.voice.LatencyLog;
import dev.readback.voice.PersonaPrompts;
import dev.readback.voice.Personas;
import dev.readback.voice.VoiceSessions;
import dev.readback.web.auth.AnswerLinks;
import dev.readback.web.auth.OneTimeCodes;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * What stands behind the routes.
 *
 * @param elsewhere the conversations that agents elsewhere hold
 * @param voice where spoken conversations begin
 * @param prompts what a persona is told before a conversation
 * @param personas where they are served
 * @param notifications telling the person when away
 * @param latencies how long spoken turns took
 * @param grants those that have not ended
 * @param readiness what this process needs and whether it is there, looked at anew each time
 * @param overview how it is set up and what serves now
 * @param phrases what can be said, one sentence for each intent
 * @param codes shared with whoever prints the address that opens the page
 * @param links shared with whoever sends them
 */
public record WebServices(
        Executions executions,
        EventLog events,
        Sessions sessions,
        Elsewhere elsewhere,
        AuditTrail audit,
        Workspace workspace,
        VoiceSessions voice,
        PersonaPrompts prompts,
        Personas personas,
        Notifications notifications,
        LatencyLog latencies,
        Supplier<List<Grant>> grants,
        Supplier<List<Part>> readiness,
        Supplier<Overview> overview,
        Supplier<List<Overview.Sentence>> phrases,
        OneTimeCodes codes,
        AnswerLinks links,
        PrometheusMeterRegistry meters,
        InstantSource clock) {

    /**
     * One thing this process needs.
     *
     * @param name such as {@code database}
     */
    public record Part(String name, boolean ready) {}
}
