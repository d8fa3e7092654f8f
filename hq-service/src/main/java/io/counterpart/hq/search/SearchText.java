package io.counterpart.hq.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

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

    private static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}])";

    /** Whether each word begins a word of one of the texts, in any order. */
    boolean matches(String... texts) {
        String all = String.join(" ", texts).toLowerCase(Locale.ROOT);
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+", -1))
                .allMatch(word -> Pattern.compile(NO_WORD_BEFORE + Pattern.quote(word))
                        .matcher(all)
                        .find());
    }

    /** A list of all matches. */
    String in(String list) {
        return id == null ? list : list + "?search=" + id;
    }
}
