package io.counterpart.hq.search;

import java.util.Optional;

/** Searches the objects of one kind. */
interface SearchSource {

    /** The page of the object that has exactly this ID. */
    default Optional<String> exact(String id) {
        return Optional.empty();
    }

    /** The first matches, at most {@code shown}. */
    SearchGroup find(SearchText wanted, int shown);
}
