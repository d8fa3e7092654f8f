package io.counterpart.contract.search;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.counterpart.contract.CustomerProfile;

/** Says which values of a customer match, in memory: a search term does not say which value it comes from. */
public final class MatchedFields {

    private MatchedFields() {}

    /**
     * Returns the values that contain a wanted term. A term that is neither in the name nor in the email or the phone
     * comes from a secondary contact, or from the mobile phone, which counts as one.
     *
     * @param indexed the search terms of the customer
     */
    public static Set<MatchedBy> of(Predicate<String> wanted, CustomerProfile profile, Collection<String> indexed) {
        Set<String> names = new HashSet<>();
        SearchTerms.addName(names, profile);
        Set<String> emails = new HashSet<>();
        SearchTerms.addEmail(emails, profile.email());
        Set<String> phones = new HashSet<>();
        SearchTerms.addPhone(phones, profile.phone());
        Set<MatchedBy> fields = EnumSet.noneOf(MatchedBy.class);
        var primary = Map.of(MatchedBy.NAME, names, MatchedBy.EMAIL, emails, MatchedBy.PHONE, phones);
        indexed.stream().filter(wanted).forEach(term -> {
            primary.forEach((field, terms) -> {
                if (terms.contains(term)) {
                    fields.add(field);
                }
            });
            if (primary.values().stream().noneMatch(terms -> terms.contains(term))) {
                fields.add(secondary(term));
            }
        });
        return fields;
    }

    private static MatchedBy secondary(String term) {
        return term.indexOf('@') >= 0 ? MatchedBy.SECONDARY_EMAIL : MatchedBy.SECONDARY_PHONE;
    }
}
