package io.counterpart.hq;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

import io.counterpart.hq.audit.AuditService;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

/** The rule that no administrative write bypasses the audit trail. */
final class AuditRules {

    /** Requests with a body that are no administrative writes, with the reason. */
    static final Map<String, String> NOT_AUDITED = Map.ofEntries(
            Map.entry("CustomerController.find", "a search"),
            Map.entry("CustomerPageController.search", "a search"),
            Map.entry("SearchPageController.search", "a search"),
            Map.entry("SearchPageController.suggest", "a search"),
            Map.entry("SynchronizationStatusPageController.search", "a search"),
            Map.entry("OperationExportController.export", "a search"),
            Map.entry("LanguageController.choose", "a cookie of one browser"),
            Map.entry("SavedViewPageController.save", "of one user alone; sharing is audited"),
            Map.entry("SavedViewPageController.chooseColumns", "of one user alone"),
            Map.entry("SavedViewPageController.makeDefault", "of one user alone"),
            Map.entry("BulkRepairPageController.plan", "a preview; the start is audited"),
            Map.entry("BulkRepairPageController.edit", "a preview; the start is audited"),
            Map.entry("RealTimeController.apply", "from a channel database, stored with the operation"),
            Map.entry("RealTimeController.find", "a search of a channel database"),
            Map.entry("RealTimeOrderController.order", "from a channel database, stored with the order"),
            Map.entry("RealTimeOrderController.card", "from a channel database, stored with the card"),
            Map.entry("RealTimeOrderController.cards", "a search of a channel database"),
            Map.entry("RealTimeOrderController.states", "a search of a channel database"));

    static final DescribedPredicate<JavaMethod> WRITING =
            DescribedPredicate.describe("handle POST, PUT, PATCH or DELETE", AuditRules::isWriting);

    private static final Set<RequestMethod> READING =
            Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS, RequestMethod.TRACE);

    private AuditRules() {}

    static ArchRule everyAdministrativeWriteIsAudited() {
        return methods().that(WRITING).should(reachTheAuditTrail());
    }

    static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    private static boolean isWriting(JavaMethod method) {
        if (!method.isMetaAnnotatedWith(RequestMapping.class)) {
            return false;
        }
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method.reflect(), RequestMapping.class);
        // A mapping without a method answers all of them.
        return mapping != null
                && (mapping.method().length == 0 || !Stream.of(mapping.method()).allMatch(READING::contains));
    }

    private static ArchCondition<JavaMethod> reachTheAuditTrail() {
        return new ArchCondition<>("reach " + AuditService.class.getSimpleName()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean fine = NOT_AUDITED.containsKey(name(method)) || reaches(method);
                events.add(new SimpleConditionEvent(method, fine, name(method) + " is not audited"));
            }
        };
    }

    /** Follows the calls within HQ, also those in lambdas. */
    static boolean reaches(JavaMethod from) {
        var seen = new HashSet<JavaCodeUnit>();
        var next = new ArrayDeque<JavaCodeUnit>(Set.of(from));
        while (!next.isEmpty()) {
            JavaCodeUnit unit = next.poll();
            if (!seen.add(unit)) {
                continue;
            }
            if (unit.getOwner().isEquivalentTo(AuditService.class)
                    && unit.getName().startsWith("note")) {
                return true;
            }
            var accesses = new ArrayList<JavaAccess<?>>(unit.getCallsFromSelf());
            accesses.addAll(unit.getCodeUnitReferencesFromSelf());
            for (JavaAccess<?> access : accesses) {
                if (access.getTarget().resolveMember().orElse(null) instanceof JavaCodeUnit called
                        && called.getOwner().getPackageName().startsWith("io.counterpart.hq")) {
                    next.add(called);
                }
            }
        }
        return false;
    }
}
