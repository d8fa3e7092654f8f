package io.counterpart.hq;

import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.mail.MailSender;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.client.RestClient;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Rules about who may open a transaction. */
final class TransactionRules {

    static final DescribedPredicate<JavaClass> LISTENERS = DescribedPredicate.describe(
            "listen to Kafka",
            type -> type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(KafkaListener.class)));

    static final DescribedPredicate<JavaClass> CONTROLLERS = DescribedPredicate.describe(
            "are controllers", type -> type.isMetaAnnotatedWith(Controller.class) && !type.isAnnotation());

    private static final List<Class<?>> CLIENTS =
            List.of(RestClient.class, Admin.class, HttpClient.class, MailSender.class);

    private static final DescribedPredicate<JavaClass> CALL_OUT = DescribedPredicate.describe(
            "call other services",
            type -> type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .anyMatch(it -> CLIENTS.stream().anyMatch(it::isAssignableTo)));

    private TransactionRules() {}

    static ArchRule controllersAndListenersOpenNoTransactions() {
        return noClasses().that(LISTENERS.or(CONTROLLERS)).should(openTransactions());
    }

    static ArchRule loopsOpenNoTransactions() {
        return noClasses()
                .that()
                .haveNameMatching(".*(Job|Loop|Schedule)")
                .should(openTransactions())
                .allowEmptyShould(false);
    }

    static ArchRule nobodyCallsOutInATransaction() {
        return noClasses().that(CALL_OUT).should(openTransactions());
    }

    private static ArchCondition<JavaClass> openTransactions() {
        return new ArchCondition<>("open transactions") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean opens = type.isAnnotatedWith(Transactional.class)
                        || type.getMethods().stream().anyMatch(TransactionRules::isTransactional);
                events.add(new SimpleConditionEvent(type, opens, type.getName() + " opens a transaction"));
            }
        };
    }

    private static boolean isTransactional(JavaMethod method) {
        return method.isAnnotatedWith(Transactional.class);
    }
}
