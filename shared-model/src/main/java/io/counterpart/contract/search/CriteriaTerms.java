package io.counterpart.contract.search;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.counterpart.contract.CustomerProfile;

/** The terms of search criteria, by the field that has to contain them. */
record CriteriaTerms(Set<String> name, Set<String> email, Set<String> phone) {

    private static final Set<MatchedBy> NAMES = EnumSet.of(MatchedBy.NAME);
    private static final Set<MatchedBy> EMAILS = EnumSet.of(MatchedBy.EMAIL, MatchedBy.SECONDARY_EMAIL);
    private static final Set<MatchedBy> PHONES = EnumSet.of(MatchedBy.PHONE, MatchedBy.SECONDARY_PHONE);

    static CriteriaTerms of(SearchCriteria criteria) {
        Set<String> name = new LinkedHashSet<>();
        SearchTerms.addWords(name, criteria.name());
        Set<String> email = new LinkedHashSet<>();
        SearchTerms.addEmail(email, criteria.email());
        String digits = criteria.phone() == null ? "" : Folding.digits(criteria.phone());
        return new CriteriaTerms(name, email, digits.isEmpty() ? Set.of() : Set.of(digits));
    }

    List<Set<String>> all() {
        return List.of(name, email, phone);
    }

    /** Whether the customer has each term in the field of its criterion. */
    boolean areOf(CustomerProfile profile, Collection<String> indexed) {
        return areIn(NAMES, name, profile, indexed)
                && areIn(EMAILS, email, profile, indexed)
                && areIn(PHONES, phone, profile, indexed);
    }

    private static boolean areIn(
            Set<MatchedBy> fields, Set<String> terms, CustomerProfile profile, Collection<String> indexed) {
        return terms.stream()
                .allMatch(term -> !Collections.disjoint(
                        MatchedFields.of(each -> each.startsWith(term), profile, indexed), fields));
    }
}
