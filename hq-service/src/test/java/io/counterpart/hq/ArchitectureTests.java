package io.counterpart.hq;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.testing.bad.BadController;
import io.counterpart.hq.testing.bad.BadListener;
import io.counterpart.hq.testing.bad.BadRepository;
import io.counterpart.hq.testing.bad.CustomerManagerImpl;
import io.counterpart.hq.testing.bad.PublicLoop;
import io.counterpart.hq.testing.bad.ReachingService;
import io.counterpart.hq.testing.bad.RemoteCallInTransaction;
import io.counterpart.hq.testing.bad.UnauditedController;
import io.counterpart.messaging.RecordSender;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

@AnalyzeClasses(packagesOf = HqServiceApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule controllersStayInTheirPackage =
            classes().that(TransactionRules.CONTROLLERS).should().bePackagePrivate();

    @ArchTest
    static final ArchRule repositoriesStayInTheirPackage =
            classes().that().areAnnotatedWith(Repository.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule listenersStayInTheirPackage =
            classes().that(TransactionRules.LISTENERS).should().bePackagePrivate();

    @ArchTest
    static final ArchRule jobsStayInTheirPackage = classes()
            .that()
            .haveNameMatching(".*(Job|Batch|Loop|Schedule)")
            .and()
            .areNotRecords()
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule sqlLivesInRepositories = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Repository")
            .and()
            .haveSimpleNameNotEndingWith("Configuration")
            .should()
            .dependOnClassesThat(assignableTo(JdbcClient.class).or(assignableTo(JdbcOperations.class)));

    @ArchTest
    static final ArchRule nobodySendsPastTheLog = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Configuration")
            .should()
            .dependOnClassesThat(assignableTo(KafkaOperations.class)
                    .or(assignableTo(Producer.class))
                    .or(assignableTo(RecordSender.class)));

    @ArchTest
    static final ArchRule controllersAndListenersOpenNoTransactions =
            TransactionRules.controllersAndListenersOpenNoTransactions();

    @ArchTest
    static final ArchRule loopsOpenNoTransactions = TransactionRules.loopsOpenNoTransactions();

    @ArchTest
    static final ArchRule nobodyCallsOutInATransaction = TransactionRules.nobodyCallsOutInATransaction();

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule namesSayWhatNotHow =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|Entity|Processor)");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith(Autowired.class).allowEmptyShould(true);

    @ArchTest
    static final ArchRule fieldsOfSharedObjectsDoNotChange = fields().that()
            .areDeclaredInClassesThat()
            .haveNameMatching(".*(Controller|Repository|Listener|Job|Batch)")
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule everyPackageSaysWhatItIs = PackageRules.everyPackageIsMarked();

    @ArchTest
    static final ArchRule nothingBelowKnowsAController = PackageRules.nothingBelowKnowsAController();

    @ArchTest
    static final ArchRule nothingBelowKnowsAnETag = PackageRules.nothingBelowKnowsAnETag();

    @ArchTest
    static final ArchRule everyAdministrativeWriteIsAudited = AuditRules.everyAdministrativeWriteIsAudited();

    @ArchTest
    static final ArchRule packagesAreSmall = PackageRules.packagesHaveAtMost(25);

    @Test
    void modulesKeepToTheirBorders() {
        ApplicationModules.of(HqServiceApplication.class).verify();
    }

    @Test
    void theRulesCatchWhatTheyAreFor() {
        Map.ofEntries(
                        Map.entry(controllersStayInTheirPackage, BadController.class),
                        Map.entry(repositoriesStayInTheirPackage, BadRepository.class),
                        Map.entry(listenersStayInTheirPackage, BadListener.class),
                        Map.entry(jobsStayInTheirPackage, PublicLoop.class),
                        Map.entry(sqlLivesInRepositories, BadController.class),
                        Map.entry(nobodySendsPastTheLog, BadListener.class),
                        Map.entry(controllersAndListenersOpenNoTransactions, BadListener.class),
                        Map.entry(loopsOpenNoTransactions, PublicLoop.class),
                        Map.entry(nobodyCallsOutInATransaction, RemoteCallInTransaction.class),
                        Map.entry(timeComesFromAClock, CustomerManagerImpl.class),
                        Map.entry(namesSayWhatNotHow, CustomerManagerImpl.class),
                        Map.entry(nothingIsInjectedIntoFields, BadController.class),
                        Map.entry(fieldsOfSharedObjectsDoNotChange, BadController.class),
                        Map.entry(everyPackageSaysWhatItIs, CustomerManagerImpl.class),
                        Map.entry(nothingBelowKnowsAController, ReachingService.class),
                        Map.entry(nothingBelowKnowsAnETag, ReachingService.class),
                        Map.entry(everyAdministrativeWriteIsAudited, UnauditedController.class))
                .forEach((rule, bad) -> assertThat(rule.evaluate(new ClassFileImporter().importClasses(bad))
                                .hasViolation())
                        .as(rule.getDescription())
                        .isTrue());
    }

    @ArchTest
    static void everyExceptionOfTheAuditIsNeeded(JavaClasses classes) {
        var needed = classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(AuditRules.WRITING)
                .filter(method -> !AuditRules.reaches(method))
                .map(AuditRules::name)
                .toList();
        assertThat(needed).containsExactlyInAnyOrderElementsOf(AuditRules.NOT_AUDITED.keySet());
    }

    @Test
    void aPackageThatIsTooBigIsCaught() {
        JavaClasses bad = new ClassFileImporter().importPackagesOf(BadController.class);
        assertThat(PackageRules.packagesHaveAtMost(3).evaluate(bad).hasViolation())
                .isTrue();
        assertThat(PackageRules.packagesHaveAtMost(25).evaluate(bad).hasViolation())
                .isFalse();
    }
}
