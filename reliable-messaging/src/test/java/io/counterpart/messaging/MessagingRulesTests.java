package io.counterpart.messaging;

import java.time.Instant;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.messaging.bad.CustomerManager;
import io.counterpart.messaging.bulk.BulkCopy;
import io.counterpart.messaging.bulk.CopyRows;
import io.counterpart.messaging.failpoint.FailPoint;
import io.counterpart.messaging.log.LogEntry;
import io.counterpart.messaging.log.OperationLog;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The module has no dependency on the domain, no wiring, and no dependencies between its packages. */
class MessagingRulesTests {

    private static final ArchRule NO_WORD_OF_THE_DOMAIN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.counterpart.contract..", "io.counterpart.channel..", "io.counterpart.hq..")
            .orShould()
            .haveSimpleNameContaining("Customer")
            .allowEmptyShould(true);

    private static final ArchRule NO_FIELD_INJECTION =
            noFields().should().beAnnotatedWith(Autowired.class).allowEmptyShould(true);

    private static final ArchRule TIME_IS_GIVEN = noClasses().should().callMethod(Instant.class, "now");

    private static final ArchRule PACKAGES_STAND_ALONE = slices().matching("io.counterpart.messaging.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), type(FailPoint.class))
            // A log of many entries is written by COPY.
            .ignoreDependency(type(OperationLog.class), belongToAnyOf(BulkCopy.class, CopyRows.class));

    private static final ArchRule NO_EMPTY_NAMES =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|Entity)");

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.counterpart.messaging");

    @Test
    void theModuleKeepsItsRules() {
        assertThat(MODULE).hasSizeGreaterThan(10);
        NO_WORD_OF_THE_DOMAIN.check(MODULE);
        NO_FIELD_INJECTION.check(MODULE);
        TIME_IS_GIVEN.check(MODULE);
        PACKAGES_STAND_ALONE.check(MODULE);
        NO_EMPTY_NAMES.check(MODULE);
    }

    @Test
    void theRulesCatchWhatTheyAreFor() {
        JavaClasses bad = new ClassFileImporter().importClasses(CustomerManager.class, LogEntry.class);

        assertThat(Stream.of(
                        NO_WORD_OF_THE_DOMAIN, NO_FIELD_INJECTION, TIME_IS_GIVEN, PACKAGES_STAND_ALONE, NO_EMPTY_NAMES))
                .allSatisfy(rule -> assertThat(rule.evaluate(bad).hasViolation())
                        .as(rule.getDescription())
                        .isTrue());
    }
}
