package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ExecPolicyTest {

    private static final String ALWAYS =
            "'resolvedDefaults':{'ask':'always','security':'allowlist','askFallback':'deny'}";
    private static final String NEVER =
            "'resolvedDefaults':{'ask':'off','security':'full','askFallback':'deny','autoAllowSkills':false}";
    private static final String MODE_ASK = "{'config':{'tools':{'exec':{'mode':'ask'}}}}";
    private static final JsonNode TOOLS = tools("exec", "read", "ask_user");

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"'));
    }

    private static JsonNode tools(String... ids) {
        return json("{'groups':[{'id':'core','tools':[{'id':'" + String.join("'},{'id':'", ids) + "'}]}]}");
    }

    @Test
    void always_asking_leaves_no_hole_whatever_the_configuration_says() {
        assertThat(ExecPolicy.holes(
                        json("{'file':{}," + ALWAYS + "}"),
                        json("{'config':{'tools':{'exec':{'mode':'full','safeBins':['cat']}}}}"),
                        TOOLS))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask", "deny"})
    void a_mode_that_asks_leaves_none_where_nothing_is_listed(String mode) {
        assertThat(ExecPolicy.holes(
                        json("{'file':{'defaults':{},'agents':{}}," + NEVER + "}"),
                        json("{'config':{'tools':{'exec':{'mode':'" + mode + "'}}}}"),
                        TOOLS))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'agents':{'main':{'ask':'off'}}}",
                "{'agents':{'main':{'ask':'on-miss'}}}",
                "{'agents':{'*':{'ask':'off'}}}"
            })
    void an_entry_of_its_own_that_does_not_always_ask_is_a_hole(String file) {
        assertThat(ExecPolicy.holes(json("{'file':" + file + "," + ALWAYS + "}"), json("{}"), TOOLS))
                .containsExactly("it runs commands without asking");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'agents':{'main':{'allowlist':[{'pattern':'/usr/bin/df'}]}}}",
                "{'agents':{'*':{'allowlist':[{'pattern':'/usr/bin/df'}]}}}",
                "{'agents':{'main':{'autoAllowSkills':true}}}",
                "{'agents':{'*':{'autoAllowSkills':true}}}",
                "{'agents':{'main':{'ask':'off'}}}",
                "{'agents':{'*':{'ask':'off'}}}",
                "{'agents':{'*':{'security':'full'}}}",
                "{'agents':{'main':{'security':'full'}}}",
                "{'defaults':{'ask':'off'}}",
                "{'defaults':{'security':'full'}}"
            })
    void each_loosening_of_the_approvals_is_a_hole_where_only_the_mode_asks(String file) {
        assertThat(ExecPolicy.holes(json("{'file':" + file + "," + NEVER + "}"), json(MODE_ASK), TOOLS))
                .containsExactly("it runs commands without asking");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'config':{}}",
                "{'config':{'tools':{'exec':{'mode':'full'}}}}",
                "{'config':{'tools':{'exec':{'mode':'auto'}}}}",
                "{'config':{'tools':{'exec':{'mode':'allowlist'}}}}",
                "{'config':{'tools':{'exec':{'mode':'ask','safeBins':['cat']}}}}",
                "{'config':{'tools':{'exec':{'mode':'ask','ask':'off'}}}}",
                "{'config':{'tools':{'exec':{'mode':'ask'}}},'x':1}|full",
                "{'config':{'tools':{'exec':{'mode':'ask'}}},'x':1}|safe"
            })
    void each_loosening_of_the_configuration_is_a_hole(String text) {
        String agent =
                text.endsWith("|full") ? "{'mode':'full'}" : text.endsWith("|safe") ? "{'safeBins':['cat']}" : "{}";
        String config = text.replaceAll("\\|.*", "")
                .replaceFirst(
                        "\\{'config':\\{", "{'config':{'agents':{'entries':{'main':{'tools':{'exec':" + agent + "}}}},")
                .replace(",}", "}");

        assertThat(ExecPolicy.holes(json("{'file':{}," + NEVER + "}"), json(config), TOOLS))
                .containsExactly("it runs commands without asking");
    }

    @Test
    void skills_that_are_allowed_by_themselves_are_a_hole() {
        assertThat(ExecPolicy.holes(
                        json(
                                "{'file':{},'resolvedDefaults':{'ask':'off','askFallback':'deny','autoAllowSkills':true}}"),
                        json(MODE_ASK),
                        TOOLS))
                .containsExactly("it runs commands without asking");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'file':{},'resolvedDefaults':{'ask':'always','askFallback':'full'}}",
                "{'file':{'agents':{'main':{'askFallback':'full'}}},'resolvedDefaults':{'ask':'always','askFallback':'deny'}}",
                "{'file':{'agents':{'*':{'askFallback':'allowlist'}}},'resolvedDefaults':{'ask':'always','askFallback':'deny'}}",
                "{'file':{},'resolvedDefaults':{'ask':'always'}}"
            })
    void running_what_nobody_can_be_asked_about_is_a_hole(String approvals) {
        assertThat(ExecPolicy.holes(json(approvals), json("{}"), TOOLS))
                .containsExactly("it runs commands when nobody is there to be asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "edit", "process", "sessions_spawn", "nodes", "gateway", "a_new_one"})
    void a_tool_that_is_not_known_to_be_harmless_is_a_hole(String tool) {
        assertThat(ExecPolicy.holes(json("{'file':{}," + ALWAYS + "}"), json("{}"), tools("exec", tool)))
                .containsExactly("its agent has tools that go round approvals: " + tool);
    }
}
