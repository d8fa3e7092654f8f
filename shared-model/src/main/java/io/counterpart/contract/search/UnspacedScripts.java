package io.counterpart.contract.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerProfile;

/**
 * Computes search terms of names in scripts without blanks between words. Users type such a name from any character on,
 * or as a full name in one piece with the family name first or last: both become terms.
 */
final class UnspacedScripts {

    private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    // Long enough for any name; limits the number of terms of an excessively long one.
    private static final int MOST_STARTS = 30;

    private UnspacedScripts() {}

    static void addTerms(Collection<String> terms, CustomerProfile profile) {
        List<String> names = Stream.of(profile.firstName(), profile.middleName(), profile.lastName())
                .filter(Objects::nonNull)
                .toList();
        if (names.size() > 1 && names.stream().anyMatch(UnspacedScripts::isUnspaced)) {
            addWithStarts(terms, String.join("", names));
            addWithStarts(terms, profile.lastName() + first(profile));
        } else {
            names.forEach(name -> addWithStarts(terms, name));
        }
        addWithStarts(terms, profile.organizationName());
    }

    private static String first(CustomerProfile profile) {
        return Stream.of(profile.firstName(), profile.middleName())
                .filter(Objects::nonNull)
                .reduce("", String::concat);
    }

    private static void addWithStarts(Collection<String> terms, @Nullable String name) {
        if (name == null || !isUnspaced(name)) {
            return;
        }
        var words = new ArrayList<String>();
        SearchTerms.addWords(words, name);
        for (String word : words) {
            int last = Math.min(word.length(), MOST_STARTS);
            for (int from = 0; from < last; from++) {
                if (!Character.isLowSurrogate(word.charAt(from))) {
                    terms.add(word.substring(from));
                }
            }
        }
    }

    private static boolean isUnspaced(String name) {
        return name.codePoints().anyMatch(point -> SCRIPTS.contains(UnicodeScript.of(point)));
    }
}
