package io.counterpart.channel.search;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.customer.Customer;
import io.counterpart.channel.search.CustomerSearchService.Hit;
import io.counterpart.channel.search.SearchCursor.Stage;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.search.MatchedBy;
import io.counterpart.contract.search.MatchedFields;
import io.counterpart.contract.search.SearchCriteria;
import io.counterpart.contract.search.SearchQuery;
import io.counterpart.contract.search.SearchTerms;
import io.counterpart.contract.search.SimilarQuery;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.support.web.StrictUuid;

/** Says by which of its values a query finds a customer, in memory and without a statement. */
final class MatchReasons {

    private final SearchQuery query;
    private final Optional<UUID> typedId;

    MatchReasons(SearchQuery query) {
        this.query = query;
        this.typedId = StrictUuid.parse(query.typed());
    }

    List<MatchedBy> of(Hit hit) {
        Customer customer = hit.customer();
        return switch (hit.stage()) {
            case SIMILAR -> List.copyOf(similar(customer));
            case SOME_WORDS -> List.copyOf(MatchedFields.of(query::wants, customer.profile(), customer.searchTerms()));
            default ->
                complete(
                        customer.asyncCustomerId(),
                        customer.accountNumber(),
                        customer.profile(),
                        customer.searchTerms());
        };
    }

    List<MatchedBy> of(CustomerSnapshot snapshot) {
        return complete(
                snapshot.asyncCustomerId(),
                snapshot.accountNumber(),
                snapshot.content().profile(),
                SearchTerms.of(snapshot.content()));
    }

    static MatchQuality quality(Stage stage) {
        return switch (stage) {
            case SIMILAR -> MatchQuality.SIMILAR;
            case SOME_WORDS -> MatchQuality.PARTIAL;
            default -> MatchQuality.COMPLETE;
        };
    }

    private Set<MatchedBy> similar(Customer customer) {
        Set<String> spellings =
                SimilarQuery.of(query).map(SimilarQuery::spellings).orElse(Set.of());
        return MatchedFields.of(
                term -> query.wants(term) || spellings.contains(term), customer.profile(), customer.searchTerms());
    }

    private List<MatchedBy> complete(
            UUID id, @Nullable String accountNumber, CustomerProfile profile, Collection<String> indexed) {
        Set<MatchedBy> reasons = byCriteria(query.criteria());
        if (query.typed().equalsIgnoreCase(accountNumber)) {
            reasons.add(MatchedBy.ACCOUNT_NUMBER);
        }
        if (typedId.filter(id::equals).isPresent()) {
            reasons.add(MatchedBy.ASYNC_CUSTOMER_ID);
        }
        if (query.matches(indexed)) {
            reasons.addAll(MatchedFields.of(query::wants, profile, indexed));
        }
        if (reasons.isEmpty()) {
            // The number or id of a customer that HQ linked to this one.
            reasons.add(typedId.isPresent() ? MatchedBy.ASYNC_CUSTOMER_ID : MatchedBy.ACCOUNT_NUMBER);
        }
        return List.copyOf(reasons);
    }

    // Those that are no search terms; every customer that was found matches them all.
    private static Set<MatchedBy> byCriteria(@Nullable SearchCriteria criteria) {
        Set<MatchedBy> reasons = EnumSet.noneOf(MatchedBy.class);
        if (criteria != null && criteria.accountNumber() != null) {
            reasons.add(MatchedBy.ACCOUNT_NUMBER);
        }
        if (criteria != null && criteria.loyaltyCard() != null) {
            reasons.add(MatchedBy.LOYALTY_CARD);
        }
        if (criteria != null && criteria.postcode() != null) {
            reasons.add(MatchedBy.ADDRESS);
        }
        return reasons;
    }
}
