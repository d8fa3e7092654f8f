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
 * A search text parsed into terms that all have to match.
 *
 * @param terms the prefixes of terms
 * @param typed the search text without surrounding blanks: it may be an account number or an async customer id
 */
public record SearchQuery(Set<String> terms, String typed) {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern PHONE_LIKE = Pattern.compile("[\\p{Nd}+()./-]*\\p{Nd}[\\p{Nd}+()./-]*|[+()./-]+");

    public static SearchQuery of(String typed) {
        Set<String> terms = new LinkedHashSet<>();
        var digits = new StringBuilder();
        for (String word : words(typed)) {
            if (PHONE_LIKE.matcher(word).matches()) {
                // A phone number is often typed in groups; they form one number.
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

    /** Whether indexed terms match this query; for customers that are in no index. */
    public boolean matches(Collection<String> indexed) {
        return !terms.isEmpty()
                && terms.stream().allMatch(term -> indexed.stream().anyMatch(it -> it.startsWith(term)));
    }

    /** Whether an indexed term matches a part of this query. */
    public boolean wants(String indexed) {
        return terms.stream().anyMatch(indexed::startsWith);
    }

    /** The query as a PostgreSQL {@code tsquery}: every term as a prefix. */
    public String tsquery() {
        return Tsquery.beginnings(terms);
    }

    /** The same with whole terms only; such matches rank higher. */
    public String exactTsquery() {
        return Tsquery.all(terms);
    }

    /** Matches by prefix, excluding matches by whole terms. */
    public String beginningsTsquery() {
        return "(" + tsquery() + ") & !(" + exactTsquery() + ")";
    }

    /**
     * The terms to look up in the index before the others are compared: the numbers and emails if there are any, since
     * they are selective.
     */
    public String picking() {
        return Tsquery.beginnings(pickingTerms());
    }

    /** The same with whole terms only. */
    public String exactPicking() {
        return Tsquery.all(pickingTerms());
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
