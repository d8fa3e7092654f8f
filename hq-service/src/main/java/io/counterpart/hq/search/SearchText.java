package io.counterpart.hq.search;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

import io.counterpart.hq.page.SessionSearches;

/**
 * What a user searches for.
 *
 * @param id of the text in {@link SessionSearches}, for links to lists; null for suggestions, which have none
 * @param most how many matches of a kind are read
 */
record SearchText(String text, @Nullable String id, int most, Authentication user) {

    /** Whether the object has all words in one of its texts, in any order. */
    boolean matches(String... texts) {
        String all = String.join(" ", texts).toLowerCase(Locale.ROOT);
        for (String word : text.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** A list of all matches. */
    String in(String list) {
        return id == null ? list : list + "?search=" + id;
    }
}
