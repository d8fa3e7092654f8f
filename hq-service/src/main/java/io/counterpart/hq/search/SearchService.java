package io.counterpart.hq.search;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

/** Searches all kinds of objects. */
@Service
class SearchService {

    private final List<SearchSource> sources;

    SearchService(List<SearchSource> sources) {
        this.sources = sources;
    }

    /** The page of the object that has exactly this ID or account number. */
    Optional<String> exact(String id) {
        return sources.stream().flatMap(source -> source.exact(id).stream()).findFirst();
    }

    /** The kinds with matches, each with at most {@code shown} of them. */
    List<SearchGroup> find(SearchText wanted, int shown) {
        return sources.stream()
                .map(source -> source.find(wanted, shown))
                .filter(group -> !group.hits().isEmpty())
                .toList();
    }
}
