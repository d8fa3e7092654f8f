package io.counterpart.hq;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import io.counterpart.hq.problem.ETags;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Rules about the size of packages and the layers within them. */
final class PackageRules {

    private static final DescribedPredicate<JavaClass> CONTROLLERS = DescribedPredicate.describe(
            "are controllers, or types in one",
            type -> !type.isAnnotation()
                    && type.getPackageName().startsWith("io.counterpart")
                    && outermost(type).getSimpleName().endsWith("Controller"));

    private static final DescribedPredicate<JavaClass> BELOW_CONTROLLERS = DescribedPredicate.describe(
            "are services, repositories or entities",
            type -> outermost(type).getSimpleName().matches(".*(Service|Repository)")
                    || type.isAnnotatedWith("jakarta.persistence.Entity"));

    private PackageRules() {}

    /** The API and the pages are the outermost layer, and have their own types for what they return. */
    static ArchRule nothingBelowKnowsAController() {
        return noClasses().that(BELOW_CONTROLLERS).should().dependOnClassesThat(CONTROLLERS);
    }

    /** Versions are numbers; only controllers know their HTTP representation. */
    static ArchRule nothingBelowKnowsAnETag() {
        return noClasses()
                .that(BELOW_CONTROLLERS)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ETags.class);
    }

    static ArchRule packagesHaveAtMost(int most) {
        return classes().should(new ArchCondition<>("stand in a package of at most " + most + " types") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                // Excludes nested types, arrays and package-info.
                long types = type.getPackage().getClasses().stream()
                        .filter(it -> it.getName().matches(".*\\.[A-Z]\\w*"))
                        .count();
                String message = type.getPackageName() + " has " + types + " types";
                events.add(new SimpleConditionEvent(type, types <= most, message));
            }
        });
    }

    static ArchRule everyPackageIsMarked() {
        return classes().should(standInAMarkedPackage());
    }

    private static ArchCondition<JavaClass> standInAMarkedPackage() {
        return new ArchCondition<>("stand in a package with a package-info that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " does not"));
            }
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(PackageRules::outermost).orElse(type);
    }
}
