package io.counterpart.channel.search;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Limits;
import io.counterpart.contract.search.SearchCriteria;
import io.counterpart.contract.search.SearchQuery;
import io.counterpart.contract.validation.ValueRules;
import io.counterpart.support.problem.FieldErrors;

/** Checks a search and parses it, or reports all its faults. */
final class SearchRequestValidator {

    static final int HIGHEST_LIMIT = 200;
    static final int LONGEST_QUERY = 200;

    private final FieldErrors faults = new FieldErrors();

    static SearchQuery check(SearchRequest request) {
        return new SearchRequestValidator().query(request);
    }

    private SearchQuery query(SearchRequest request) {
        String typed = request.query() == null ? "" : request.query();
        text("query", "/query", typed, LONGEST_QUERY);
        Integer limit = request.limit();
        if (limit != null && (limit < 1 || limit > HIGHEST_LIMIT)) {
            faults.add("/limit", "out-of-bounds", "limit must be between 1 and %d.".formatted(HIGHEST_LIMIT));
        }
        SearchCriteria criteria = request.criteria();
        if (criteria != null && criteria.longest() == 0) {
            criteria = null;
        }
        if (criteria != null) {
            check(criteria);
        }
        SearchQuery query = SearchQuery.of(typed, criteria);
        if (query.isEmpty()) {
            reportEmpty(criteria);
        }
        faults.throwIfAny();
        return query;
    }

    private void check(SearchCriteria criteria) {
        criterion("name", criteria.name(), Limits.ORGANIZATION_NAME);
        criterion("email", criteria.email(), Limits.EMAIL);
        criterion("phone", criteria.phone(), Limits.PHONE);
        criterion("accountNumber", criteria.accountNumber(), Limits.ACCOUNT_NUMBER);
        criterion("loyaltyCard", criteria.loyaltyCard(), Limits.LOYALTY_CARD);
        criterion("postcode", criteria.postcode(), Limits.ZIP_CODE);
        // Ignoring them would find customers that do not match.
        if (criteria.name() != null && criteria.name().codePoints().noneMatch(Character::isLetterOrDigit)) {
            faults.add("/criteria/name", "not-a-name", "Enter letters or digits of the name.");
        }
        if (criteria.phone() != null && ValueRules.phone(criteria.phone()) != null) {
            faults.add("/criteria/phone", "not-a-phone", "Enter digits of the phone.");
        }
    }

    private void criterion(String name, @Nullable String value, int longest) {
        if (value != null) {
            text(name, "/criteria/" + name, value, longest);
        }
    }

    private void text(String name, String pointer, String value, int longest) {
        if (value.length() > longest) {
            faults.add(pointer, "too-long", "%s can have at most %d characters.".formatted(name, longest));
        }
        if (ValueRules.hasUnprintable(value)) {
            faults.add(pointer, "control-character", "%s contains a control character.".formatted(name));
        }
    }

    private void reportEmpty(@Nullable SearchCriteria criteria) {
        if (criteria == null) {
            faults.add("/query", "required", "Enter a name, an email, a phone or an account number.");
        } else {
            faults.add(
                    "/criteria/postcode",
                    "needs-another-criterion",
                    "Too many customers have one postal code. Enter a name, an email or a phone as well.");
        }
    }
}
