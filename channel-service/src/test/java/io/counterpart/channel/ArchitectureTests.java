package io.counterpart.channel;

import java.util.List;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

import io.counterpart.bad.modules.BadApplication;
import io.counterpart.bad.rules.CustomerManagerImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@AnalyzeClasses(packagesOf = ChannelServiceApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule wiresStayInTheirPackage = ArchitectureRules.CONFIGURATION_STAYS_IN_ITS_PACKAGE;

    @ArchTest
    static final ArchRule sqlLivesInRepositories = ArchitectureRules.SQL_LIVES_IN_REPOSITORIES;

    @ArchTest
    static final ArchRule nobodySendsPastTheOperationLog = ArchitectureRules.MESSAGES_GO_THROUGH_THE_OPERATION_LOG;

    @ArchTest
    static final ArchRule nobodyUsesTemplatesOfKafka = ArchitectureRules.NO_KAFKA_TEMPLATES;

    @ArchTest
    static final ArchRule wiresOpenNoTransactions = ArchitectureRules.CONTROLLERS_OPEN_NO_TRANSACTIONS;

    @ArchTest
    static final ArchRule noRemoteCallInATransaction = ArchitectureRules.NO_REMOTE_CALL_IN_A_TRANSACTION;

    @ArchTest
    static final ArchRule timeComesFromAClock = ArchitectureRules.TIME_COMES_FROM_A_CLOCK;

    @ArchTest
    static final ArchRule namesSayWhatNotHow = ArchitectureRules.NAMES_SAY_WHAT_NOT_HOW;

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = ArchitectureRules.NOTHING_IS_INJECTED_INTO_FIELDS;

    @ArchTest
    static final ArchRule packagesAreNullMarked = ArchitectureRules.PACKAGES_ARE_NULL_MARKED;

    @Test
    void modulesKeepToTheirBorders() {
        ApplicationModules.of(ChannelServiceApplication.class).verify();
    }

    @Test
    void theRulesCatchWhatTheyAreFor() {
        var bad = new ClassFileImporter().importClasses(CustomerManagerImpl.class);

        assertThat(List.of(
                        wiresStayInTheirPackage,
                        sqlLivesInRepositories,
                        nobodySendsPastTheOperationLog,
                        nobodyUsesTemplatesOfKafka,
                        wiresOpenNoTransactions,
                        noRemoteCallInATransaction,
                        timeComesFromAClock,
                        namesSayWhatNotHow,
                        nothingIsInjectedIntoFields,
                        packagesAreNullMarked))
                .allMatch(rule -> rule.evaluate(bad).hasViolation());
        assertThatThrownBy(() -> ApplicationModules.of(BadApplication.class.getPackageName(), location -> true)
                        .verify())
                .hasMessageContaining("two");
    }
}
