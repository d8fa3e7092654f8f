package io.counterpart.channel.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.channel.search.CustomerSearchService.Hit;
import io.counterpart.channel.search.SearchCursor.Stage;
import io.counterpart.contract.search.AnyWordQueries;
import io.counterpart.contract.search.AnyWordQueries.Level;
import io.counterpart.contract.search.SearchQuery;
import io.counterpart.contract.search.SimilarQuery;
import io.counterpart.contract.search.UnknownWords;

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
    List<Hit> first(SearchQuery query, UnknownWords unknown, int count) {
        List<Hit> similar = unknown.misspelled() ? similar(query, SearchCursor.FROM_START, count) : List.<Hit>of();
        return similar.isEmpty() ? someWords(query, unknown, 0, SearchCursor.FROM_START, count) : similar;
    }

    List<Hit> next(SearchQuery query, SearchCursor cursor, int count) {
        if (query.criteria() != null) {
            return List.of();
        }
        return cursor.stage() == Stage.SIMILAR
                ? similar(query, cursor.before(), count)
                : someWords(query, unknown(query), cursor.level(), cursor.before(), count);
    }

    UnknownWords unknown(SearchQuery query) {
        return UnknownWords.of(
                query,
                hits -> !byTerms.search(hits, query, SearchCursor.FROM_START, 1).isEmpty());
    }

    private List<Hit> similar(SearchQuery query, UUID before, int count) {
        return SimilarQuery.of(query).stream()
                .flatMap(similar -> byTerms.search(similar.hits(), query, before, count).stream())
                .map(customer -> new Hit(customer, Stage.SIMILAR, 0))
                .toList();
    }

    private List<Hit> someWords(SearchQuery query, UnknownWords unknown, int from, UUID before, int count) {
        var found = new ArrayList<Hit>(count);
        for (Level level : AnyWordQueries.of(query, unknown)) {
            if (level.number() >= from && found.size() < count) {
                UUID start = level.number() == from ? before : SearchCursor.FROM_START;
                byTerms.search(level.hits(), query, start, count - found.size())
                        .forEach(customer -> found.add(new Hit(customer, Stage.SOME_WORDS, level.number())));
            }
        }
        return found;
    }
}
