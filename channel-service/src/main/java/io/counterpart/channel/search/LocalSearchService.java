package io.counterpart.channel.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import io.counterpart.channel.customer.Customer;
import io.counterpart.channel.search.CustomerSearchService.Hit;
import io.counterpart.channel.search.SearchCursor.Stage;
import io.counterpart.contract.search.Folding;
import io.counterpart.contract.search.SearchCriteria;
import io.counterpart.contract.search.SearchQuery;
import io.counterpart.contract.search.UnknownWords;

/** Searches this channel database by a text and by criteria. */
@Service
class LocalSearchService {

    /** A postal code is looked for among as many of the newest customers that match the rest. */
    static final int CANDIDATES_IN_POSTCODE = 1000;

    private static final int MOST_READS = 5;

    private final CustomerSearchService byTerms;
    private final PartialSearchService partial;
    private final CustomerSearchRepository customers;

    LocalSearchService(
            CustomerSearchService byTerms, PartialSearchService partial, CustomerSearchRepository customers) {
        this.byTerms = byTerms;
        this.partial = partial;
        this.customers = customers;
    }

    /** Finds complete matches, or continues with partial ones. */
    List<Hit> find(SearchQuery query, SearchCursor cursor, int count) {
        if (cursor.isPartial()) {
            return partial.next(query, cursor, count);
        }
        SearchCriteria criteria = query.criteria();
        if (criteria == null) {
            return byTerms.find(query, cursor, count);
        }
        if (query.hasKey()) {
            return cursor.equals(SearchCursor.START) ? byKey(query, criteria) : List.of();
        }
        return fitting(query, criteria.postcode(), cursor, count);
    }

    /** Begins with the partial matches, after a search without a complete match. */
    List<Hit> findPartial(SearchQuery query, int count) {
        // All criteria have to match.
        if (query.criteria() != null) {
            return List.of();
        }
        return partial.first(query, partial.unknown(query), count);
    }

    /** The same as {@link #find} and then {@link #findPartial}, without a search for all words if nobody has one of them. */
    List<Hit> findCompleteOrPartial(SearchQuery query, int count) {
        List<Hit> exact = byTerms.findExact(query, SearchCursor.FROM_START, count);
        if (!exact.isEmpty()) {
            return exact.size() == count ? exact : withBeginning(query, exact, count);
        }
        UnknownWords unknown = partial.unknown(query);
        List<Hit> beginning = unknown.words().isEmpty()
                ? byTerms.findBeginning(query, SearchCursor.FROM_START, count)
                : List.<Hit>of();
        return beginning.isEmpty() ? partial.first(query, unknown, count) : beginning;
    }

    private List<Hit> withBeginning(SearchQuery query, List<Hit> exact, int count) {
        var hits = new ArrayList<>(exact);
        hits.addAll(byTerms.findBeginning(query, SearchCursor.FROM_START, count - hits.size()));
        return hits;
    }

    /** Returns those of the ids that the query finds here, on any page. */
    Set<UUID> foundAmong(Collection<UUID> ids, SearchQuery query) {
        SearchCriteria criteria = query.criteria();
        if (criteria == null || !query.hasKey()) {
            return byTerms.foundAmong(ids, query);
        }
        Set<UUID> found = byKey(query, criteria).stream()
                .map(hit -> hit.customer().asyncCustomerId())
                .collect(Collectors.toCollection(HashSet::new));
        found.retainAll(ids);
        return found;
    }

    // A term does not say which value it comes from, so a criterion is compared with its value in memory. A page for
    // which five reads are not enough ends the search.
    private List<Hit> fitting(SearchQuery query, @Nullable String postcode, SearchCursor cursor, int count) {
        var hits = new ArrayList<Hit>(count);
        SearchCursor from = cursor;
        for (int read = 0; read < MOST_READS; read++) {
            List<Hit> found =
                    postcode == null ? byTerms.find(query, from, count) : inPostcode(query, postcode, from, count);
            found.stream()
                    .filter(hit -> fits(query, hit.customer()))
                    .limit(count - hits.size())
                    .forEach(hits::add);
            if (hits.size() == count || found.size() < count) {
                break;
            }
            from = found.get(found.size() - 1).cursor();
        }
        return hits;
    }

    private List<Hit> inPostcode(SearchQuery query, String postcode, SearchCursor cursor, int count) {
        if (cursor.stage() == Stage.HEADQUARTERS) {
            return List.of();
        }
        return customers
                .searchInPostcode(
                        query.picking(),
                        query.tsquery(),
                        cursor.before(),
                        CANDIDATES_IN_POSTCODE,
                        Folding.postcode(postcode),
                        count)
                .stream()
                .map(customer -> new Hit(customer, Stage.EXACT, 0))
                .toList();
    }

    private List<Hit> byKey(SearchQuery query, SearchCriteria criteria) {
        List<Customer> found = withKeys(criteria)
                .filter(customer -> query.matches(customer.searchTerms()) && fits(query, customer))
                .toList();
        String postcode = criteria.postcode();
        List<UUID> ids = found.stream().map(Customer::asyncCustomerId).toList();
        Set<UUID> placed = postcode == null || ids.isEmpty()
                ? Set.copyOf(ids)
                : Set.copyOf(customers.inPostcodeAmong(ids, Folding.postcode(postcode)));
        return found.stream()
                .filter(customer -> placed.contains(customer.asyncCustomerId()))
                .map(customer -> new Hit(customer, Stage.EXACT, 0))
                .toList();
    }

    private Stream<Customer> withKeys(SearchCriteria criteria) {
        String number = criteria.accountNumber();
        String card = criteria.loyaltyCard();
        if (card == null) {
            return number == null ? Stream.empty() : customers.findByAccountNumber(number).stream();
        }
        List<Customer> holders = customers.findByLoyaltyCard(card);
        if (number == null) {
            return holders.stream();
        }
        Set<UUID> numbered = customers.findByAccountNumber(number).stream()
                .map(Customer::asyncCustomerId)
                .collect(Collectors.toSet());
        return holders.stream().filter(customer -> numbered.contains(customer.asyncCustomerId()));
    }

    private static boolean fits(SearchQuery query, Customer customer) {
        return query.fits(customer.profile(), customer.searchTerms());
    }
}
