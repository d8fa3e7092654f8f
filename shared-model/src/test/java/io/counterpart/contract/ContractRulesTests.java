package io.counterpart.contract;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThat;

/** The contract consists of data and constants, without behavior. */
class ContractRulesTests {

    private static final ArchRule ONLY_THE_JDK_AND_ANNOTATIONS = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "com.fasterxml.jackson.annotation..",
                    "io.counterpart.contract..");

    private static final ArchRule NOTHING_CHANGES = fields().should().beFinal();

    // What both services compute in the same way is a function: search terms, formats, the effect of an operation.
    private static final ArchRule ONLY_DATA = classes()
            .that()
            .doNotHaveSimpleName("package-info")
            .and()
            .resideOutsideOfPackages(
                    "io.counterpart.contract.edit",
                    "io.counterpart.contract.search",
                    "io.counterpart.contract.validation")
            .should(new ArchCondition<>("be records, enums, sealed interfaces or constants") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean good = type.isRecord() || type.isEnum() || isSealedInterface(type) || isConstants(type);
                    events.add(new SimpleConditionEvent(type, good, type.getName()));
                }
            });

    private static final JavaClasses CONTRACT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.counterpart.contract");

    @Test
    void theContractKeepsItsRules() {
        assertThat(CONTRACT).hasSizeGreaterThan(30);
        ONLY_THE_JDK_AND_ANNOTATIONS.check(CONTRACT);
        NOTHING_CHANGES.check(CONTRACT);
        ONLY_DATA.check(CONTRACT);
    }

    @Test
    void theRulesCatchWhatTheyAreFor() {
        JavaClasses bad = new ClassFileImporter().importClasses(Bad.class, OpenInterface.class);

        assertThat(Stream.of(ONLY_THE_JDK_AND_ANNOTATIONS, NOTHING_CHANGES, ONLY_DATA))
                .allSatisfy(rule -> assertThat(rule.evaluate(bad).hasViolation())
                        .as(rule.getDescription())
                        .isTrue());
        assertThat(ONLY_DATA.evaluate(bad).getFailureReport().getDetails()).hasSize(2);
    }

    private static boolean isSealedInterface(JavaClass type) {
        return type.isInterface() && type.reflect().isSealed();
    }

    private static boolean isConstants(JavaClass type) {
        return !type.isInterface()
                && type.getConstructors().stream()
                        .allMatch(constructor -> constructor.getModifiers().contains(JavaModifier.PRIVATE))
                && type.getFields().stream()
                        .allMatch(field -> field.getModifiers().contains(JavaModifier.STATIC))
                && type.getMethods().isEmpty();
    }

    /** Breaks every rule. */
    static class Bad {

        JsonNode changes = NullNode.getInstance();
    }

    /** Open to any implementation. */
    interface OpenInterface {}
}
