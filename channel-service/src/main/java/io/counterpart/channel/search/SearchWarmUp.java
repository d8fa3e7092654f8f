package io.counterpart.channel.search;

import org.springframework.stereotype.Component;

import io.counterpart.channel.warmup.WarmUpStep;
import io.counterpart.contract.search.SearchQuery;

/** Searches this channel database once. */
@Component
class SearchWarmUp implements WarmUpStep {

    private final FederatedSearchService search;

    SearchWarmUp(FederatedSearchService search) {
        this.search = search;
    }

    @Override
    public void run() {
        search.searchLocal(SearchQuery.of("warm up"), SearchCursor.START, 10, false);
    }
}
