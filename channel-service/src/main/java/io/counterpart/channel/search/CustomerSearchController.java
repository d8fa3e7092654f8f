package io.counterpart.channel.search;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.search.SearchRequest.SearchScope;
import io.counterpart.contract.search.SearchQuery;

/** Search by a request body, so that URLs contain no personal data. */
@RestController
@RequestMapping("/api/v1/customers/search")
class CustomerSearchController {

    private static final int DEFAULT_LIMIT = 50;

    private final FederatedSearchService search;

    CustomerSearchController(FederatedSearchService search) {
        this.search = search;
    }

    @PostMapping
    SearchPage search(@RequestBody SearchRequest request) {
        SearchQuery query = SearchRequestValidator.check(request);
        int limit = request.limit() == null ? DEFAULT_LIMIT : request.limit();
        SearchCursor cursor = SearchCursor.of(request.cursor());
        boolean partial = Boolean.TRUE.equals(request.partial());
        return request.scope() == SearchScope.ALL
                ? search.everywhere(query, cursor, limit, partial)
                : search.searchLocal(query, cursor, limit, partial);
    }
}
