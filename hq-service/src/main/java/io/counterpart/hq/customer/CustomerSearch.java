package io.counterpart.hq.customer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.problem.Items;
import io.counterpart.hq.problem.Pages;
import io.counterpart.hq.problem.Problem;

/** Finding customers of the master. */
@Component
@Transactional(readOnly = true)
public class CustomerSearch {

    private static final int DEFAULT_LIMIT = 50;

    private final CustomerSearchRepository search;
    private final CustomerReadRepository read;

    CustomerSearch(CustomerSearchRepository search, CustomerReadRepository read) {
        this.search = search;
        this.read = read;
    }

    /** Words in any order; phones by their digits, whatever the punctuation. */
    public Items<CustomerSnapshot> find(Query query) {
        int limit = query.limit() == null ? DEFAULT_LIMIT : query.limit();
        int wanted = Pages.read(limit);
        List<String> patterns = patterns(query.query());
        if (patterns.isEmpty()) {
            throw Problem.validation(List.of(new Problem.Invalid("/query", "required", "What are you looking for?")));
        }
        List<UUID> ids = search.search(patterns, query.cursor(), wanted);
        Map<UUID, MasterCustomer> customers = read.read(ids);
        List<CustomerSnapshot> found = ids.stream()
                .limit(limit)
                .map(id -> Objects.requireNonNull(customers.get(id)).snapshot())
                .toList();
        return new Items<>(
                found, ids.size() > limit ? found.get(found.size() - 1).accountNumber() : null);
    }

    /** By account number, async customer id, or an alias of it. */
    public CustomerSnapshot one(String id) {
        UUID customer = asyncId(id)
                .map(it -> search.byAlias(it).orElse(it))
                .or(() -> search.byNumber(id))
                .orElseThrow(CustomerSearch::unknown);
        MasterCustomer found = read.read(List.of(customer)).get(customer);
        if (found == null) {
            throw unknown();
        }
        return found.snapshot();
    }

    private static Problem unknown() {
        return new Problem(404, "customer-not-found", "Customer not found", "There is no such customer.");
    }

    private static Optional<UUID> asyncId(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<String> patterns(@Nullable String query) {
        if (query == null || query.isBlank()) {
            return List.of();
        }
        String digits = query.replaceAll("[\\s()./+-]", "");
        if (digits.length() > 3 && digits.chars().allMatch(Character::isDigit)) {
            return List.of("%" + digits + "%");
        }
        return Arrays.stream(query.trim().split("\\s+"))
                .map(word ->
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toList();
    }

    /** What somebody looks for. */
    public record Query(
            @Nullable String query,
            @Nullable String scope,
            @Nullable Integer limit,
            @Nullable String cursor) {}
}
