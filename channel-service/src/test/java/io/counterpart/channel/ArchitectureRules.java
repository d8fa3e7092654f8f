package io.counterpart.channel;

import java.time.Instant;
import java.time.LocalDate;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import io.counterpart.channel.realtime.RealTimeService;
import io.counterpart.messaging.RecordSender;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/** The architecture rules of the whole service. */
final class ArchitectureRules {

    /** The entry points of the service: controllers, listeners, schedules. */
    private static final DescribedPredicate<JavaClass> ENTRY_POINTS = DescribedPredicate.describe(
            "is a controller, a listener or a schedule",
            type -> type.isMetaAnnotatedWith(Controller.class)
                    || type.isMetaAnnotatedWith(RestControllerAdvice.class)
                    || type.getMethods().stream()
                            .anyMatch(method -> method.isAnnotatedWith(KafkaListener.class)
                                    || method.isAnnotatedWith(Scheduled.class)));

    private static final DescribedPredicate<JavaClass> STORE = DescribedPredicate.describe(
            "is a repository",
            type -> type.isAnnotatedWith(org.springframework.stereotype.Repository.class)
                    || type.isAssignableTo(Repository.class));

    private static final DescribedPredicate<JavaClass> TRANSACTIONAL = DescribedPredicate.describe(
            "opens transactions",
            type -> type.isAnnotatedWith(Transactional.class)
                    || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Transactional.class)));

    static final ArchRule CONFIGURATION_STAYS_IN_ITS_PACKAGE =
            classes().that(ENTRY_POINTS.or(STORE)).should().bePackagePrivate();

    static final ArchRule SQL_LIVES_IN_REPOSITORIES = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Repository")
            .and()
            .haveSimpleNameNotEndingWith("Configuration")
            .should()
            .dependOnClassesThat(assignableTo(JdbcOperations.class).or(assignableTo(JdbcClient.class)));

    static final ArchRule MESSAGES_GO_THROUGH_THE_OPERATION_LOG = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Configuration")
            .and()
            // Reports are best effort and belong to no transaction. HQ repeats a request for a report.
            .doNotHaveSimpleName("ChannelReporter")
            .and()
            .doNotHaveSimpleName("CustomerReportService")
            .should()
            .dependOnClassesThat(assignableTo(Producer.class).or(assignableTo(RecordSender.class)));

    static final ArchRule NO_KAFKA_TEMPLATES =
            noClasses().should().dependOnClassesThat(assignableTo(KafkaOperations.class));

    static final ArchRule CONTROLLERS_OPEN_NO_TRANSACTIONS =
            noClasses().that(ENTRY_POINTS).should(be(TRANSACTIONAL));

    static final ArchRule NO_REMOTE_CALL_IN_A_TRANSACTION =
            noClasses().that(TRANSACTIONAL).should().dependOnClassesThat(assignableTo(RealTimeService.class));

    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    static final ArchRule NAMES_SAY_WHAT_NOT_HOW =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|Entity)");

    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields().should().beAnnotatedWith(Autowired.class);

    static final ArchRule PACKAGES_ARE_NULL_MARKED = classes().should(resideInANullMarkedPackage());

    private ArchitectureRules() {}

    private static ArchCondition<JavaClass> be(DescribedPredicate<JavaClass> predicate) {
        return new ArchCondition<>(predicate.getDescription()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean is = predicate.test(type);
                events.add(new SimpleConditionEvent(type, is, type.getName() + " " + getDescription()));
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().tryGetPackageInfo().isPresent()
                        && type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
            }
        };
    }
}
