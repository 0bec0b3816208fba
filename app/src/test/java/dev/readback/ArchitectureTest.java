package dev.readback;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrows between packages point one way; ARCHITECTURE.md draws them. */
class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.readback");

    /** What each package may use of ours; every package may use {@code failure} and {@code spelling}. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("failure", List.of()),
            Map.entry("spelling", List.of()),
            Map.entry("settings", List.of()),
            Map.entry("plan", List.of()),
            Map.entry("question", List.of()),
            Map.entry("conversation", List.of()),
            Map.entry("say", List.of()),
            Map.entry("memory", List.of()),
            Map.entry("audit", List.of()),
            Map.entry("gate", List.of("plan")),
            Map.entry("intent", List.of("plan", "conversation")),
            Map.entry("agent", List.of("plan")),
            Map.entry(
                    "execution",
                    List.of("plan", "gate", "question", "conversation", "say", "memory", "audit", "intent", "agent")),
            Map.entry("voice", List.of("plan", "gate", "question", "conversation", "execution")),
            Map.entry("notify", List.of("question", "conversation", "execution")),
            Map.entry(
                    "store",
                    List.of(
                            "plan",
                            "gate",
                            "question",
                            "conversation",
                            "say",
                            "audit",
                            "agent",
                            "execution",
                            "voice",
                            "notify")),
            Map.entry(
                    "web",
                    List.of(
                            "plan",
                            "gate",
                            "question",
                            "conversation",
                            "memory",
                            "audit",
                            "execution",
                            "say",
                            "agent",
                            "voice",
                            "notify")),
            Map.entry("cli", List.of("settings", "gate", "plan", "intent", "conversation", "audit")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "failure",
                "spelling",
                "settings",
                "plan",
                "question",
                "conversation",
                "say",
                "memory",
                "audit",
                "gate",
                "intent",
                "agent",
                "execution",
                "voice",
                "notify",
                "store",
                "web"
            })
    void a_package_uses_only_what_stands_below_it(String name) {
        List<String> allowed = new ArrayList<>(
                List.of("dev.readback.failure..", "dev.readback.spelling..", "dev.readback." + name + ".."));
        MAY_USE.getOrDefault(name, List.of()).forEach(other -> allowed.add("dev.readback." + other + ".."));

        ArchRule rule = classes()
                .that()
                .resideInAPackage("dev.readback." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("dev.readback..")
                        .or(resideInAPackage(allowed.getFirst()).or(anyOf(allowed))));

        rule.check(OURS);
    }

    @Test
    void implementations_are_named_by_nobody_but_the_composition_root() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.readback",
                        "dev.readback.store..",
                        "dev.readback.agent.local..",
                        "dev.readback.agent.openclaw..",
                        "dev.readback.voice.personaplex..",
                        "dev.readback.web..",
                        "dev.readback.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.readback.store..",
                        "dev.readback.agent.local..",
                        "dev.readback.agent.openclaw..",
                        "dev.readback.voice.personaplex..",
                        "dev.readback.web..",
                        "dev.readback.cli..");

        rule.check(OURS);
    }

    @Test
    void only_the_store_knows_databases_and_only_the_web_knows_javalin() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.readback.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "org.flywaydb..", "java.sql..", "org.sqlite..", "org.postgresql..")
                .check(OURS);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.readback.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..")
                .check(OURS);
    }

    @Test
    void only_their_own_packages_know_langchain4j_and_onnx_runtime_and_only_the_root_knows_those() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.readback.intent.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.langchain4j..")
                .check(OURS);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.readback.intent.model..", "dev.readback.agent.openclaw.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.resilience4j..")
                .check(OURS);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.readback.intent.nearest..", "dev.readback.voice.pipeline..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.onnxruntime..")
                .check(OURS);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.readback", "dev.readback.voice.pipeline..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.readback.voice.pipeline..")
                .check(OURS);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.readback", "dev.readback.intent.model..", "dev.readback.intent.nearest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.readback.intent.model..", "dev.readback.intent.nearest..")
                .check(OURS);
    }

    @Test
    void there_are_no_cycles() {
        slices().matching("dev.readback.(**)").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void no_package_is_a_drawer_for_odds_and_ends() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .check(OURS);
    }

    private static com.tngtech.archunit.base.DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> anyOf(
            List<String> packages) {
        return com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                packages.toArray(String[]::new));
    }
}
