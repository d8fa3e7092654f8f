package io.counterpart.contract.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;

/**
 * Computes the search terms of a customer: words of the name, emails, and phones as digits. Each phone is also indexed
 * without its leading digits, so that it matches with or without country and area code; a query matches prefixes of
 * terms.
 */
public final class SearchTerms {

    /** Users do not search for a phone number with fewer digits. */
    static final int SHORTEST_PHONE = 6;

    // PostgreSQL refuses a term over 2 KB, which the folding of ligatures in a long name may exceed.
    private static final int LONGEST_WORD = 300;

    // People leave out the first part: Brien for O'Brien, Angelo for D'Angelo.
    private static final Pattern AFTER_APOSTROPHE = Pattern.compile("\\p{L}['’`´](\\p{L}{3,})");

    private SearchTerms() {}

    public static List<String> of(CustomerContent content) {
        Set<String> terms = new LinkedHashSet<>();
        CustomerProfile profile = content.profile();
        addName(terms, profile);
        addEmail(terms, profile.email());
        addPhone(terms, profile.phone());
        addPhone(terms, profile.mobile());
        for (Contact contact : content.contacts()) {
            if (contact.type() == ContactType.EMAIL) {
                addEmail(terms, contact.value());
            } else {
                addPhone(terms, contact.value());
            }
        }
        return new ArrayList<>(terms);
    }

    static void addName(Collection<String> terms, CustomerProfile profile) {
        addWords(terms, profile.firstName());
        addWords(terms, profile.middleName());
        addWords(terms, profile.lastName());
        addWords(terms, profile.organizationName());
        addShortForms(terms, profile.lastName());
        addShortForms(terms, profile.organizationName());
        UnspacedScripts.addTerms(terms, profile);
    }

    static void addWords(Collection<String> terms, @Nullable String text) {
        if (text == null) {
            return;
        }
        String folded = Folding.fold(text);
        var word = new StringBuilder(folded.length());
        // Not with regular expressions: each new customer passes here, and they took three times as long.
        for (int i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
            int point = folded.codePointAt(i);
            if (isOfWord(point)) {
                word.appendCodePoint(point);
            } else if (!isApostrophe(point)) {
                addWord(terms, word);
            }
        }
        addWord(terms, word);
    }

    private static void addWord(Collection<String> terms, StringBuilder word) {
        if (!word.isEmpty()) {
            terms.add(word.length() > LONGEST_WORD ? beginning(word) : word.toString());
            word.setLength(0);
        }
    }

    // A letter or a number of any script, roman numerals and fractions included.
    private static boolean isOfWord(int point) {
        if (Character.isLetterOrDigit(point)) {
            return true;
        }
        int type = Character.getType(point);
        return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    private static boolean isApostrophe(int point) {
        return point == '\'' || point == '’' || point == '`' || point == '´';
    }

    // Of the index alone: a query has the words that were typed.
    private static void addShortForms(Collection<String> terms, @Nullable String text) {
        if (text == null || text.chars().noneMatch(SearchTerms::isApostrophe)) {
            return;
        }
        Matcher name = AFTER_APOSTROPHE.matcher(Folding.fold(text));
        while (name.find()) {
            String word = name.group(1);
            terms.add(word.length() > LONGEST_WORD ? beginning(word) : word);
        }
    }

    private static String beginning(CharSequence word) {
        boolean pair = Character.isHighSurrogate(word.charAt(LONGEST_WORD - 1));
        return word.toString().substring(0, pair ? LONGEST_WORD - 1 : LONGEST_WORD);
    }

    static void addEmail(Collection<String> terms, @Nullable String email) {
        if (email != null && !email.isEmpty()) {
            terms.add(email.toLowerCase(Locale.ROOT));
        }
    }

    static void addPhone(Collection<String> terms, @Nullable String phone) {
        if (phone == null) {
            return;
        }
        String digits = Folding.digits(phone);
        if (!digits.isEmpty()) {
            terms.add(digits);
        }
        for (int from = 1; digits.length() - from >= SHORTEST_PHONE; from++) {
            terms.add(digits.substring(from));
        }
    }
}
