package dev.readback.agent.openclaw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The configuration, as far as it says what the agent may do. Survives. Thread-safe. */
final class FakePolicy {

    private static final List<String> TOOLS = List.of(
            "exec",
            "process",
            "read",
            "ls",
            "write",
            "edit",
            "apply_patch",
            "ask_user",
            "web_fetch",
            "memory_search",
            "memory_get",
            "sessions_spawn",
            "subagents",
            "cron",
            "nodes",
            "gateway");

    private ObjectNode config = (ObjectNode)
            Json.tree(Json.of("gateway", Json.of("port", 18789), "tools", Json.of("exec", Json.of("mode", "full"))));
    private JsonNode approvals = Json.tree(Json.of("version", 1, "defaults", Map.of(), "agents", Map.of()));

    synchronized void change(Map<String, Object> patch) {
        merge(config, Json.tree(patch), "", Set.of());
    }

    synchronized void approvals(Map<String, Object> file) {
        approvals = Json.tree(file);
    }

    synchronized void mode(String mode) {
        merge(config, Json.tree(Json.of("tools", Json.of("exec", Json.of("mode", mode)))), "", Set.of());
    }

    synchronized boolean asks() {
        String security = approvals
                .at("/agents/main/ask")
                .asString(approvals.at("/defaults/ask").asString("off"));
        return config.at("/tools/exec/mode").asString("full").equals("ask") || !security.equals("off");
    }

    synchronized boolean denies() {
        return config.at("/tools/exec/mode").asString("full").equals("deny") || !has("exec");
    }

    synchronized boolean has(String tool) {
        return allowed().contains(tool);
    }

    synchronized Object tools() {
        List<Object> list = new ArrayList<>();
        allowed().forEach(tool -> list.add(Json.of("id", tool, "label", tool, "source", "core")));
        return Json.of(
                "agentId",
                "main",
                "profile",
                "full",
                "groups",
                List.of(Json.of("id", "core", "label", "Built-in tools", "source", "core", "tools", list)));
    }

    synchronized Object config() {
        return Json.of("exists", true, "valid", true, "hash", hash(config), "config", config, "raw", config.toString());
    }

    synchronized Object patch(JsonNode params) {
        same(params, hash(config), "config changed since last load; re-run config.get and retry");
        Set<String> replaced = new LinkedHashSet<>();
        params.path("replacePaths").forEach(path -> replaced.add(path.asString("")));
        merge(config, Json.read(params.path("raw").asString("")), "", replaced);
        return Json.of("ok", true, "hash", hash(config), "config", config);
    }

    synchronized Object execApprovals() {
        return Json.of(
                "exists", true, "file", approvals, "hash", hash(approvals), "resolvedDefaults", resolvedDefaults());
    }

    synchronized Object setExecApprovals(JsonNode params) {
        same(params, hash(approvals), "exec approvals changed since last load; re-run exec.approvals.get and retry");
        approvals = params.path("file");
        return execApprovals();
    }

    private Map<String, Object> resolvedDefaults() {
        JsonNode defaults = approvals.path("defaults");
        return Json.of(
                "security", defaults.path("security").asString("full"),
                "ask", defaults.path("ask").asString("off"),
                "askFallback", defaults.path("askFallback").asString("deny"),
                "autoAllowSkills", defaults.path("autoAllowSkills").asBoolean(false));
    }

    private Set<String> allowed() {
        Set<String> allowed = new LinkedHashSet<>();
        JsonNode allow = config.at("/tools/allow");
        allow.forEach(tool -> allowed.add(tool.asString("")));
        if (allowed.isEmpty()) {
            allowed.addAll(TOOLS);
        }
        config.at("/tools/deny").forEach(tool -> allowed.remove(tool.asString("")));
        return allowed;
    }

    private static void same(JsonNode params, String hash, String otherwise) {
        if (!params.path("baseHash").asString("").equals(hash)) {
            throw FakeRefusal.invalid(otherwise);
        }
    }

    private static String hash(JsonNode what) {
        return "hash:" + Integer.toHexString(what.toString().hashCode());
    }

    /** Objects are merged, null removes, lists are replaced: what they do otherwise was not recorded. */
    private static void merge(ObjectNode into, JsonNode patch, String path, Set<String> replaced) {
        Map<String, JsonNode> changes = new LinkedHashMap<>();
        patch.propertyNames().forEach(name -> changes.put(name, patch.get(name)));
        changes.forEach((name, value) -> {
            String at = path.isEmpty() ? name : path + "." + name;
            if (value.isNull()) {
                into.remove(name);
            } else if (value.isObject() && into.path(name).isObject() && !replaced.contains(at)) {
                merge((ObjectNode) into.get(name), value, at, replaced);
            } else {
                into.set(name, value);
            }
        });
    }
}
