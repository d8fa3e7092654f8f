package io.counterpart.hq.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.search.AnyWordQueries;
import io.counterpart.contract.search.AnyWordQueries.Level;
import io.counterpart.contract.search.SearchQuery;
import io.counterpart.contract.search.SimilarQuery;
import io.counterpart.contract.search.UnknownWords;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.MasterCustomer;

/** Finds customers of the master that do not match all words of a text, by the same queries as a channel. */
@Service
class PartialSearchService {

    private final CustomerSearchRepository search;
    private final CustomerMasterStore master;

    PartialSearchService(CustomerSearchRepository search, CustomerMasterStore master) {
        this.search = search;
        this.master = master;
    }

    /** Those that match with typing errors forgiven; if there are none, those that match some of the words. */
    @Transactional(readOnly = true)
    public List<CustomerSnapshot> find(String text, int most) {
        SearchQuery query = SearchQuery.of(text);
        var unknown = UnknownWords.of(query, hits -> !search.search(hits, 1).isEmpty());
        List<UUID> similar = unknown.misspelled() ? similar(query, most) : List.<UUID>of();
        List<UUID> ids = similar.isEmpty() ? someWords(query, unknown, most) : similar;
        Map<UUID, MasterCustomer> customers = master.find(ids);
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(customers.get(id)))
                .map(MasterCustomer::snapshot)
                .toList();
    }

    private List<UUID> similar(SearchQuery query, int most) {
        return SimilarQuery.of(query)
                .map(similar -> search.search(similar.hits(), most))
                .orElse(List.of());
    }

    private List<UUID> someWords(SearchQuery query, UnknownWords unknown, int most) {
        var ids = new ArrayList<UUID>();
        for (Level level : AnyWordQueries.of(query, unknown)) {
            if (ids.size() < most) {
                ids.addAll(search.search(level.hits(), most - ids.size()));
            }
        }
        return ids;
    }
}
