package io.counterpart.channel.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.channel.search.CustomerSearchService.Hit;
import io.counterpart.channel.search.SearchCursor.Stage;
import io.counterpart.contract.search.AnyWordQueries;
import io.counterpart.contract.search.HitsQuery;
import io.counterpart.contract.search.SearchQuery;
import io.counterpart.contract.search.SimilarQuery;

/**
 * Finds customers that do not match all words of a text: if none does, those that match with typing errors forgiven;
 * otherwise, or if there are none, those that match some words, most first. They never match completely, and the two
 * kinds are never mixed, so that no customer appears twice.
 */
@Service
class PartialSearchService {

    private final CustomerSearchService byTerms;

    PartialSearchService(CustomerSearchService byTerms) {
        this.byTerms = byTerms;
    }

    /** Those that match with typing errors forgiven; if there are none, those that match some of the words. */
    List<Hit> first(SearchQuery query, int count) {
        // All criteria have to match.
        if (query.criteria() != null) {
            return List.of();
        }
        List<Hit> similar = similar(query, SearchCursor.FROM_START, count);
        return similar.isEmpty() ? someWords(query, 0, SearchCursor.FROM_START, count) : similar;
    }

    List<Hit> next(SearchQuery query, SearchCursor cursor, int count) {
        if (query.criteria() != null) {
            return List.of();
        }
        return cursor.stage() == Stage.SIMILAR
                ? similar(query, cursor.before(), count)
                : someWords(query, cursor.level(), cursor.before(), count);
    }

    private List<Hit> similar(SearchQuery query, UUID before, int count) {
        return SimilarQuery.of(query).stream()
                .flatMap(similar -> byTerms.search(similar.hits(), query, before, count).stream())
                .map(customer -> new Hit(customer, Stage.SIMILAR, 0))
                .toList();
    }

    private List<Hit> someWords(SearchQuery query, int level, UUID before, int count) {
        List<HitsQuery> levels = AnyWordQueries.of(query);
        var hits = new ArrayList<Hit>(count);
        UUID from = before;
        for (int i = level; i < levels.size() && hits.size() < count; i++) {
            int number = i;
            byTerms.search(levels.get(i), query, from, count - hits.size())
                    .forEach(customer -> hits.add(new Hit(customer, Stage.SOME_WORDS, number)));
            from = SearchCursor.FROM_START;
        }
        return hits;
    }
}
