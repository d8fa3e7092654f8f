package io.counterpart.channel.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.channel.customer.Customer;
import io.counterpart.channel.search.SearchCursor.Stage;
import io.counterpart.contract.search.HitsQuery;
import io.counterpart.contract.search.SearchQuery;
import io.counterpart.support.web.StrictUuid;

/**
 * Finds customers of this channel database, including pending ones, each once and with matches of whole terms first.
 */
@Service
class CustomerSearchService {

    private static final UUID NONE = new UUID(0, 0);

    private final CustomerSearchRepository customers;

    CustomerSearchService(CustomerSearchRepository customers) {
        this.customers = customers;
    }

    List<Hit> find(SearchQuery query, SearchCursor cursor, int count) {
        var hits = new ArrayList<Hit>(count);
        if (cursor.stage() == Stage.EXACT) {
            hits.addAll(findExact(query, cursor.before(), count));
        }
        if ((cursor.stage() == Stage.EXACT || cursor.stage() == Stage.BEGINNING) && hits.size() < count) {
            UUID before = cursor.stage() == Stage.BEGINNING ? cursor.before() : SearchCursor.FROM_START;
            hits.addAll(findBeginning(query, before, count - hits.size()));
        }
        return hits;
    }

    /** Returns those of the ids that the query finds here, on any page. */
    Set<UUID> foundAmong(Collection<UUID> ids, SearchQuery query) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        customers.foundAmong(ids, query.tsquery(), asyncCustomerId(query.typed()), query.typed()));
    }

    List<Hit> findExact(SearchQuery query, UUID before, int count) {
        return hits(
                Stage.EXACT,
                customers.searchExact(
                        query.exactPicking(),
                        query.exactTsquery(),
                        asyncCustomerId(query.typed()),
                        query.typed(),
                        before,
                        count));
    }

    List<Hit> findBeginning(SearchQuery query, UUID before, int count) {
        return hits(
                Stage.BEGINNING,
                search(new HitsQuery(query.picking(), query.beginningsTsquery()), query, before, count));
    }

    /** Newest first; without the customers whose id or account number was entered. */
    List<Customer> search(HitsQuery hits, SearchQuery query, UUID before, int count) {
        // Two hits may be excluded.
        List<Customer> found = customers.searchBeginning(
                hits.picking(), hits.terms(), asyncCustomerId(query.typed()), query.typed(), before, count + 2);
        return found.subList(0, Math.min(count, found.size()));
    }

    private static List<Hit> hits(Stage stage, List<Customer> found) {
        return found.stream().map(customer -> new Hit(customer, stage, 0)).toList();
    }

    private static UUID asyncCustomerId(String typed) {
        return StrictUuid.parse(typed).orElse(NONE);
    }

    /**
     * A customer that was found, and the quality of the match.
     *
     * @param level the position in {@link Stage#SOME_WORDS}
     */
    record Hit(Customer customer, Stage stage, int level) {

        SearchCursor cursor() {
            return new SearchCursor(stage, customer.asyncCustomerId(), null, level);
        }
    }
}
