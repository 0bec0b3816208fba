package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import dev.readback.agent.openclaw.wire.Pause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a Gateway ask us about each command its agent wants to run, and takes from its agent what goes round that; and undoes it. Only what is named here is
 * changed, through the Gateway's own calls, each refused by it when somebody changed the same meanwhile. What it was before is a document for the caller to keep.
 */
public final class Securing {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ALLOW = "tools.allow";
    private static final List<String> EXEC = List.of("mode", "security", "ask", "safeBins");
    private static final List<String> RULES = List.of("security", "ask", "askFallback", "autoAllowSkills");

    private final Gateway gateway;
    private final Guard guard;
    private final Pause pause;

    public Securing(Gateway gateway, InstantSource clock) {
        this(gateway, clock, Pause.REAL);
    }

    Securing(Gateway gateway, InstantSource clock, Pause pause) {
        this.pause = pause;
        this.gateway = gateway;
        this.guard = new Guard(gateway, clock);
    }

    /**
     * What lets commands pass without our word now; empty where nothing does.
     *
     * @throws GatewayTrouble where it cannot be found out
     */
    public List<String> holes() {
        return switch (guard.seen()) {
            case Guard.State.Gated gated -> List.of();
            case Guard.State.Open(List<String> holes) -> holes;
            case Guard.State.Unknown(String why) ->
                throw new GatewayTrouble(GatewayTrouble.Kind.UNAVAILABLE, "It could not be looked at: " + why);
        };
    }

    /** What {@link #secure} would change, as plain sentences; empty where nothing is to be changed. */
    public List<String> changes() {
        if (holes().isEmpty()) {
            return List.of();
        }
        JsonNode config = gateway.call(Calls.configGet()).path("config");
        List<String> changes = new ArrayList<>();
        changes.add(
                "Every command its agent wants to run is asked about (exec approvals: ask always, security allowlist; was: "
                        + gateway.call(Calls.execApprovalsGet())
                                .path("resolvedDefaults")
                                .path("ask")
                                .asString("off") + ").");
        changes.add("Where nobody can be asked, nothing runs (askFallback deny).");
        changes.add("tools.exec.mode becomes ask (was: "
                + config.path("tools").path("exec").path("mode").asString("not set") + ").");
        List<String> lost = tools().filter(tool -> !ExecPolicy.HARMLESS.contains(tool))
                .sorted()
                .toList();
        changes.add("Its agent keeps the tools " + String.join(", ", kept())
                + (lost.isEmpty() ? "." : ", and loses " + String.join(", ", lost) + "."));
        return changes;
    }

    /** What it is like now, to be given to {@link #undo} later. */
    public String before() {
        JsonNode approvals = gateway.call(Calls.execApprovalsGet()).path("file");
        JsonNode config = gateway.call(Calls.configGet()).path("config");
        ObjectNode before = JSON.createObjectNode();
        before.set(
                "defaults",
                approvals.path("defaults").isObject() ? approvals.path("defaults") : JSON.createObjectNode());
        before.set("agents", approvals.path("agents").isObject() ? approvals.path("agents") : JSON.createObjectNode());
        before.set("exec", picked(config.path("tools").path("exec"), EXEC));
        before.set("agentExec", picked(agentExec(config), EXEC));
        if (config.path("tools").path("allow").isArray()) {
            before.set("allow", config.path("tools").path("allow"));
        }
        return before.toString();
    }

    /** Makes the changes, then looks whether they hold; gives what still lets commands pass. */
    public List<String> secure() {
        List<String> kept = kept();
        ObjectNode rules = JSON.createObjectNode()
                .put("security", "allowlist")
                .put("ask", "always")
                .put("askFallback", "deny")
                .put("autoAllowSkills", false);
        setApprovals(gateway.call(Calls.execApprovalsGet()), rules, Securing::withoutRules);
        ObjectNode exec = nulls(EXEC);
        exec.put("mode", "ask");
        ArrayNode allow = JSON.createArrayNode();
        kept.forEach(allow::add);
        patch(exec, hasAgentExec() ? nulls(EXEC) : JSON.createObjectNode(), allow);
        return holes();
    }

    /** Puts back what {@link #before} saw. */
    public void undo(String before) {
        JsonNode was = JSON.readTree(before);
        setApprovals(gateway.call(Calls.execApprovalsGet()), was.path("defaults"), now -> was.path("agents"));
        ObjectNode exec = nulls(EXEC);
        was.path("exec").forEachEntry(exec::set);
        ObjectNode agentExec = JSON.createObjectNode();
        if (hasAgentExec() || !was.path("agentExec").isEmpty()) {
            agentExec = nulls(EXEC);
            was.path("agentExec").forEachEntry(agentExec::set);
        }
        patch(
                exec,
                agentExec,
                was.has("allow") ? was.path("allow") : JSON.getNodeFactory().nullNode());
    }

    private void setApprovals(JsonNode now, JsonNode defaults, UnaryOperator<JsonNode> agents) {
        Map<String, Object> file = JSON.convertValue(now.path("file"), new TypeReference<>() {});
        file.put("defaults", defaults);
        file.put("agents", agents.apply(now.path("file").path("agents")));
        gateway.call(Calls.execApprovalsSet(file, now.path("hash").asString("")));
    }

    /** What loosens the rules for our agent goes; its allowlist stays, since it is asked about all the same. */
    private static JsonNode withoutRules(JsonNode now) {
        JsonNode agents = now.deepCopy();
        Stream.of(ExecPolicy.AGENT, "*").forEach(agent -> {
            if (agents.path(agent) instanceof ObjectNode rules) {
                RULES.forEach(rules::remove);
            }
        });
        return agents.isObject() ? agents : JSON.createObjectNode();
    }

    private void patch(JsonNode exec, JsonNode agentExec, JsonNode allow) {
        ObjectNode patch = JSON.createObjectNode();
        ObjectNode tools = patch.putObject("tools");
        tools.set("exec", exec);
        tools.set("allow", allow);
        if (!agentExec.isEmpty()) {
            patch.putObject("agents")
                    .putObject("entries")
                    .putObject(ExecPolicy.AGENT)
                    .putObject("tools")
                    .set("exec", agentExec);
        }
        String hash = gateway.call(Calls.configGet()).path("hash").asString("");
        gateway.call(Calls.configPatch(patch.toString(), hash, List.of(ALLOW)));
        settle();
    }

    /** A change of the configuration counts a moment after it is written. */
    private void settle() {
        try {
            pause.pause(Duration.ofMillis(1_500));
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hasAgentExec() {
        return !agentExec(gateway.call(Calls.configGet()).path("config")).isEmpty();
    }

    private static JsonNode agentExec(JsonNode config) {
        return config.path("agents")
                .path("entries")
                .path(ExecPolicy.AGENT)
                .path("tools")
                .path("exec");
    }

    private List<String> kept() {
        TreeSet<String> kept =
                new TreeSet<>(tools().filter(ExecPolicy.HARMLESS::contains).toList());
        kept.add("exec");
        return List.copyOf(kept);
    }

    private Stream<String> tools() {
        return ExecPolicy.toolsOf(guard.tools());
    }

    private static ObjectNode picked(JsonNode from, List<String> fields) {
        ObjectNode picked = JSON.createObjectNode();
        fields.stream().filter(from::has).forEach(field -> picked.set(field, from.path(field)));
        return picked;
    }

    private static ObjectNode nulls(List<String> fields) {
        ObjectNode nulls = JSON.createObjectNode();
        fields.forEach(nulls::putNull);
        return nulls;
    }
}
