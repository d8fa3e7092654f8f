package io.counterpart.hq.search;

import java.util.List;

/**
 * The matches of one kind.
 *
 * @param title a message key
 * @param more how many matches are not among the hits
 * @param uncounted whether there are even more
 * @param list where all of them are listed
 */
record SearchGroup(String title, List<SearchHit> hits, long more, boolean uncounted, String list) {

    static SearchGroup of(String title, List<SearchHit> found, int shown, long matches, String list) {
        List<SearchHit> hits = found.subList(0, Math.min(shown, found.size()));
        return new SearchGroup(title, hits, matches - hits.size(), false, list);
    }

    SearchGroup withUncounted(boolean another) {
        return new SearchGroup(title, hits, more, another, list);
    }
}
