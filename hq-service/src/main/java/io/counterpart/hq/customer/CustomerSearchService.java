package io.counterpart.hq.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.Limits;
import io.counterpart.contract.search.SearchCriteria;
import io.counterpart.contract.search.SearchQuery;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.StagedCustomerSource;
import io.counterpart.hq.problem.CursorPages;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.ListResponse;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.web.StrictUuid;

/**
 * Finds customers of the master and pending ones in staging. Both are read from one database snapshot: a customer that
 * is converted concurrently is found once, never as both pending and converted.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class CustomerSearchService {

    private static final int DEFAULT_LIMIT = 50;
    private static final int LONGEST_QUERY = 200;
    private static final UUID FROM_THE_START = new UUID(-1, -1);

    private final CustomerSearchRepository search;
    private final CustomerMasterStore master;
    private final StagedCustomerSource staged;

    CustomerSearchService(CustomerSearchRepository search, CustomerMasterStore master, StagedCustomerSource staged) {
        this.search = search;
        this.master = master;
        this.staged = staged;
    }

    /**
     * Matches terms in any order, and phone numbers by their digits. The first page begins with the pending customers.
     */
    public ListResponse<CustomerSnapshot> find(CustomerQuery query) {
        return find(query, null);
    }

    /** Matches criteria as well, which a channel may send; the text may be empty then. */
    public ListResponse<CustomerSnapshot> find(CustomerQuery query, @Nullable SearchCriteria criteria) {
        int limit = query.limit() == null ? DEFAULT_LIMIT : query.limit();
        CursorPages.read(limit);
        String text = Objects.requireNonNullElse(query.query(), "");
        check(text, criteria);
        SearchQuery wanted = SearchQuery.of(text, criteria);
        if (criteria != null && wanted.hasKey()) {
            return ListResponse.of(byKey(wanted, criteria));
        }
        String cursor = query.cursor();
        List<CustomerSnapshot> found = new ArrayList<>(cursor == null ? staged.find(wanted, limit) : List.of());
        return page(found, wanted, cursor == null ? FROM_THE_START : position(cursor), limit);
    }

    private static void check(String text, @Nullable SearchCriteria criteria) {
        if (text.isBlank() && criteria == null) {
            throw Problem.validation("/query", "required", "Enter a name, phone, email or account number.");
        }
        if (text.length() > LONGEST_QUERY) {
            throw Problem.validation("/query", "too-long", "Must have at most %d characters.".formatted(LONGEST_QUERY));
        }
        if (criteria != null && criteria.longest() > Limits.EMAIL) {
            throw Problem.validation(
                    "/criteria", "too-long", "Must have at most %d characters.".formatted(Limits.EMAIL));
        }
    }

    private List<CustomerSnapshot> byKey(SearchQuery wanted, SearchCriteria criteria) {
        String number = criteria.accountNumber();
        String card = criteria.loyaltyCard();
        Optional<UUID> numbered = number == null ? Optional.empty() : search.byNumber(number.toUpperCase(Locale.ROOT));
        Optional<UUID> holder = card == null
                ? numbered
                : search.byCard(card).map(id -> search.byAlias(id).orElse(id));
        return holder.filter(id -> number == null || numbered.equals(Optional.of(id))).stream()
                .flatMap(id -> master.find(List.of(id)).values().stream())
                .map(MasterCustomer::snapshot)
                .filter(customer -> wanted.finds(customer.content()))
                .toList();
    }

    /** Finds a customer by account number, async customer ID or alias, including pending ones. */
    public CustomerSnapshot one(String id) {
        UUID customer = StrictUuid.parse(id)
                .map(it -> search.byAlias(it).orElse(it))
                .or(() -> search.byNumber(id))
                .orElseThrow(CustomerSearchService::unknown);
        MasterCustomer found = master.find(List.of(customer)).get(customer);
        return found == null ? staged.one(customer).orElseThrow(CustomerSearchService::unknown) : found.snapshot();
    }

    private ListResponse<CustomerSnapshot> page(
            List<CustomerSnapshot> found, SearchQuery wanted, UUID before, int limit) {
        int room = limit - found.size();
        List<UUID> ids = ids(wanted, before, room + 1);
        List<UUID> shown = ids.subList(0, Math.min(room, ids.size()));
        Map<UUID, MasterCustomer> customers = master.find(shown);
        // A term does not say which value it comes from: criteria are compared with their values here.
        shown.stream()
                .map(id -> Objects.requireNonNull(customers.get(id)).snapshot())
                .filter(customer -> wanted.fits(customer.content()))
                .forEach(found::add);
        UUID last = shown.isEmpty() ? before : shown.get(shown.size() - 1);
        return new ListResponse<>(found, ids.size() > shown.size() ? last.toString() : null);
    }

    private List<UUID> ids(SearchQuery wanted, UUID before, int count) {
        SearchCriteria criteria = wanted.criteria();
        String postcode = criteria == null ? null : criteria.postcode();
        return postcode == null
                ? search.search(wanted, StrictUuid.parse(wanted.typed()).orElse(FROM_THE_START), before, count)
                : search.searchInPostcode(wanted, postcode, before, count);
    }

    private static Problem unknown() {
        return HqProblem.CUSTOMER_NOT_FOUND.because("Customer not found.");
    }

    private static UUID position(String cursor) {
        return StrictUuid.parse(cursor)
                .orElseThrow(() -> Problem.validation("/cursor", "unknown-cursor", "Use the nextCursor of a response"));
    }

    /** A search request. */
    public record CustomerQuery(
            @Nullable String query,
            @Nullable Integer limit,
            @Nullable String cursor) {}
}
