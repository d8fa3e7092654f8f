package io.counterpart.contract.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody typed, as terms that all have to match.
 *
 * @param terms the beginnings of terms
 * @param typed what was typed, tidied: it may be an account number or an async customer id
 */
public record SearchQuery(Set<String> terms, String typed) {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern PHONE_LIKE = Pattern.compile("[\\p{Nd}+()./-]*\\p{Nd}[\\p{Nd}+()./-]*|[+()./-]+");

    public static SearchQuery of(String typed) {
        Set<String> terms = new LinkedHashSet<>();
        var digits = new StringBuilder();
        for (String word : words(typed)) {
            if (PHONE_LIKE.matcher(word).matches()) {
                // A phone number is often typed in groups: they are one number.
                digits.append(Folding.digits(word));
                continue;
            }
            if (word.indexOf('@') > 0) {
                terms.add(word.toLowerCase(Locale.ROOT));
            } else {
                SearchTerms.addWords(terms, word);
            }
        }
        if (!digits.isEmpty()) {
            terms.add(digits.toString());
        }
        return new SearchQuery(terms, typed.strip());
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Whether a customer with these terms is found; for those who are in no index. */
    public boolean matches(Collection<String> indexed) {
        return !terms.isEmpty()
                && terms.stream().allMatch(term -> indexed.stream().anyMatch(it -> it.startsWith(term)));
    }

    /** The query for PostgreSQL's {@code tsquery}: every term as a beginning. */
    public String tsquery() {
        return tsquery(terms, ":*");
    }

    /** The same with whole terms only: who fits it fits better. */
    public String exactTsquery() {
        return tsquery(terms, "");
    }

    /** Who fits as a beginning, but not whole. */
    public String beginningsTsquery() {
        return "(" + tsquery() + ") & !(" + exactTsquery() + ")";
    }

    /** What is asked of an index before the rest is compared: a number or an email, if there is one, since few have it. */
    public String picking() {
        return tsquery(pickingTerms(), ":*");
    }

    /** The same with whole terms only. */
    public String exactPicking() {
        return tsquery(pickingTerms(), "");
    }

    private Set<String> pickingTerms() {
        Set<String> rare =
                terms.stream().filter(SearchQuery::isRare).collect(Collectors.toCollection(LinkedHashSet::new));
        return rare.isEmpty() ? terms : rare;
    }

    private static boolean isRare(String term) {
        return term.length() >= SearchTerms.SHORTEST_PHONE
                && term.chars().anyMatch(c -> c == '@' || Character.isDigit(c));
    }

    private static String tsquery(Set<String> terms, String suffix) {
        return terms.stream()
                .map(term -> "'" + term.replace("\\", "\\\\").replace("'", "''") + "'" + suffix)
                .collect(Collectors.joining(" & "));
    }

    private static List<String> words(String typed) {
        var words = new ArrayList<String>();
        for (String word : SPACES.split(typed, 0)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
