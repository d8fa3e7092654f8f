package io.counterpart.channel.search;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.contract.search.SearchQuery;
import io.counterpart.support.problem.FieldErrors;

/** Search by a request body, so that URLs contain no personal data. */
@RestController
@RequestMapping("/api/v1/customers/search")
class CustomerSearchController {

    private static final int DEFAULT_LIMIT = 50;
    static final int HIGHEST_LIMIT = 200;
    static final int LONGEST_QUERY = 200;

    private final FederatedSearchService search;

    CustomerSearchController(FederatedSearchService search) {
        this.search = search;
    }

    @PostMapping
    SearchPage search(@RequestBody SearchRequest request) {
        SearchQuery query = check(request);
        int limit = request.limit == null ? DEFAULT_LIMIT : request.limit;
        SearchCursor cursor = SearchCursor.of(request.cursor);
        return request.scope == SearchScope.ALL
                ? search.everywhere(query, cursor, limit)
                : search.searchLocal(query, cursor, limit);
    }

    private static SearchQuery check(SearchRequest request) {
        var faults = new FieldErrors();
        String typed = request.query == null ? "" : request.query;
        if (typed.length() > LONGEST_QUERY) {
            faults.add("/query", "too-long", "query can have at most %d characters.".formatted(LONGEST_QUERY));
        }
        if (typed.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(typed)) {
            faults.add("/query", "control-character", "query contains a control character.");
        }
        if (request.limit != null && (request.limit < 1 || request.limit > HIGHEST_LIMIT)) {
            faults.add("/limit", "out-of-bounds", "limit must be between 1 and %d.".formatted(HIGHEST_LIMIT));
        }
        SearchQuery query = SearchQuery.of(typed);
        if (query.isEmpty()) {
            faults.add("/query", "required", "Enter a name, an email, a phone or an account number.");
        }
        faults.throwIfAny();
        return query;
    }

    /** The body of a search. */
    record SearchRequest(
            @Nullable String query,
            @Nullable SearchScope scope,
            @Nullable Integer limit,
            @Nullable String cursor) {}

    /** The scope of a search. */
    enum SearchScope {
        /** This channel database. */
        @JsonProperty("channel")
        CHANNEL,
        /** HQ as well. */
        @JsonProperty("all")
        ALL
    }
}
