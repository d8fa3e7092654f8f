package io.counterpart.hq.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

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
        int limit = query.limit() == null ? DEFAULT_LIMIT : query.limit();
        CursorPages.read(limit);
        String text = query.query();
        if (text == null || text.isBlank()) {
            throw Problem.validation("/query", "required", "Enter a name, phone, email or account number.");
        }
        if (text.length() > LONGEST_QUERY) {
            throw Problem.validation("/query", "too-long", "Must have at most %d characters.".formatted(LONGEST_QUERY));
        }
        SearchQuery wanted = SearchQuery.of(text);
        String cursor = query.cursor();
        List<CustomerSnapshot> found = new ArrayList<>(cursor == null ? staged.find(wanted, limit) : List.of());
        return page(found, wanted, cursor == null ? FROM_THE_START : position(cursor), limit);
    }

    /** Finds a customer by account number, async customer ID or alias, including pending ones. */
    public CustomerSnapshot one(String id) {
        return ifKnown(id).orElseThrow(() -> HqProblem.CUSTOMER_NOT_FOUND.because("Customer not found."));
    }

    /** The same; empty if there is none. */
    public Optional<CustomerSnapshot> ifKnown(String id) {
        return StrictUuid.parse(id)
                .map(it -> search.byAlias(it).orElse(it))
                .or(() -> search.byNumber(id))
                .flatMap(this::snapshot);
    }

    private Optional<CustomerSnapshot> snapshot(UUID customer) {
        MasterCustomer found = master.find(List.of(customer)).get(customer);
        return found == null ? staged.one(customer) : Optional.of(found.snapshot());
    }

    private ListResponse<CustomerSnapshot> page(
            List<CustomerSnapshot> found, SearchQuery wanted, UUID before, int limit) {
        int room = limit - found.size();
        List<UUID> ids =
                search.search(wanted, StrictUuid.parse(wanted.typed()).orElse(FROM_THE_START), before, room + 1);
        List<UUID> shown = ids.subList(0, Math.min(room, ids.size()));
        Map<UUID, MasterCustomer> customers = master.find(shown);
        shown.forEach(id -> found.add(Objects.requireNonNull(customers.get(id)).snapshot()));
        UUID last = shown.isEmpty() ? before : shown.get(shown.size() - 1);
        return new ListResponse<>(found, ids.size() > shown.size() ? last.toString() : null);
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
