package dev.readback.agent.openclaw;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Whether each command the agent of a Gateway wants to run comes before us, read from what the Gateway itself says of its policy: the approvals file
 * ({@code exec.approvals.get}), the configuration ({@code config.get}) and the tools its agent has ({@code tools.effective}). As measured on OpenClaw 2026.9.6:
 * {@code ask: always} in the approvals file asks about every command whatever the configuration says; {@code on-miss} and {@code mode: ask} let pass what an
 * allowlist names; what an agent's own entry says wins over the defaults.
 */
final class ExecPolicy {

    /** Tools that change nothing but through {@code exec}, or that ask. A tool that is not named here goes round approvals. */
    static final Set<String> HARMLESS = Set.of(
            "exec",
            "read",
            "ls",
            "ask_user",
            "web_search",
            "web_fetch",
            "x_search",
            "memory_search",
            "memory_get",
            "session_status",
            "sessions_list",
            "sessions_history",
            "sessions_search",
            "agents_list",
            "get_goal",
            "view_image",
            "pdf",
            "progress_card");

    /** The agent whose sessions are ours. */
    static final String AGENT = "main";

    private static final Set<String> ASKING_MODES = Set.of("ask", "deny");

    private ExecPolicy() {}

    /**
     * What lets commands pass without our word; empty where nothing does.
     *
     * @param approvals the answer of {@code exec.approvals.get}
     * @param config the answer of {@code config.get}
     * @param tools the answer of {@code tools.effective}
     * @return plain sentences, the worst first
     */
    static List<String> holes(JsonNode approvals, JsonNode config, JsonNode tools) {
        List<String> holes = new ArrayList<>();
        if (!asksAlways(approvals) && !asksOnMiss(approvals, config)) {
            holes.add("it runs commands without asking");
        }
        if (!"deny".equals(effective(approvals, "askFallback"))) {
            holes.add("it runs commands when nobody is there to be asked");
        }
        List<String> around =
                toolsOf(tools).filter(tool -> !HARMLESS.contains(tool)).sorted().toList();
        if (!around.isEmpty()) {
            holes.add("its agent has tools that go round approvals: " + shortened(around));
        }
        return holes;
    }

    /** The tools an agent has, by id. */
    static Stream<String> toolsOf(JsonNode tools) {
        return tools.path("groups")
                .valueStream()
                .flatMap(group -> group.path("tools").valueStream())
                .map(tool -> tool.path("id").asString(""));
    }

    private static boolean asksAlways(JsonNode approvals) {
        return "always".equals(effective(approvals, "ask"));
    }

    /** Asks about all but what an allowlist names, and none names anything. */
    private static boolean asksOnMiss(JsonNode approvals, JsonNode config) {
        return Stream.of(AGENT, "*")
                        .map(agent -> approvals.path("file").path("agents").path(agent))
                        .allMatch(ExecPolicy::tightened)
                && tightened(approvals.path("file").path("defaults"))
                && !approvals.path("resolvedDefaults").path("autoAllowSkills").asBoolean(false)
                && ASKING_MODES.contains(mode(config))
                && nothingPasses(config.path("config").path("tools").path("exec"))
                && nothingPasses(exec(config.path("config")));
    }

    /** Whether an entry of the approvals file lets nothing pass that the configuration asks about. */
    private static boolean tightened(JsonNode rules) {
        return rules.path("allowlist").isEmpty()
                && strict(rules)
                && !rules.path("autoAllowSkills").asBoolean(false);
    }

    private static String mode(JsonNode config) {
        JsonNode all = config.path("config");
        String general = all.path("tools").path("exec").path("mode").asString("full");
        return exec(all).path("mode").asString(general);
    }

    private static boolean nothingPasses(JsonNode exec) {
        return exec.path("safeBins").isEmpty() && strict(exec);
    }

    private static boolean strict(JsonNode rules) {
        return Set.of("", "on-miss", "always").contains(rules.path("ask").asString(""))
                && Set.of("", "allowlist", "deny")
                        .contains(rules.path("security").asString(""));
    }

    private static JsonNode exec(JsonNode all) {
        return all.path("agents").path("entries").path(AGENT).path("tools").path("exec");
    }

    /** A field as it counts for our agent: its own entry, then the one for all agents, then the defaults. */
    private static String effective(JsonNode approvals, String field) {
        JsonNode agents = approvals.path("file").path("agents");
        String otherwise = approvals.path("resolvedDefaults").path(field).asString("");
        return agents.path(AGENT)
                .path(field)
                .asString(agents.path("*").path(field).asString(otherwise));
    }

    private static String shortened(List<String> tools) {
        int most = 6;
        return tools.size() <= most
                ? String.join(", ", tools)
                : String.join(", ", tools.subList(0, most)) + " and " + (tools.size() - most) + " more";
    }
}
