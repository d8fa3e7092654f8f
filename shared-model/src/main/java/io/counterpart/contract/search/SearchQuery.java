package io.counterpart.contract.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;

/**
 * A search text and criteria, parsed into terms that all have to match.
 *
 * @param words the prefixes of terms, by the word that was typed
 * @param typed the search text without surrounding blanks: it may be an account number or an async customer id
 * @param criteria null: the text alone
 */
public record SearchQuery(
        List<Set<String>> words, String typed, @Nullable SearchCriteria criteria) {

    private static final int TELLING_LENGTH = 4;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern PHONE_LIKE = Pattern.compile("[\\p{Nd}+()./-]*\\p{Nd}[\\p{Nd}+()./-]*|[+()./-]+");

    public static SearchQuery of(String typed) {
        return of(typed, null);
    }

    public static SearchQuery of(String typed, @Nullable SearchCriteria criteria) {
        Stream<Set<String>> words = Stream.concat(
                words(typed).stream(),
                criteria == null ? Stream.<Set<String>>empty() : CriteriaTerms.of(criteria).all().stream());
        return new SearchQuery(words.filter(word -> !word.isEmpty()).distinct().toList(), typed.strip(), criteria);
    }

    static SearchQuery ofWord(Set<String> word) {
        return new SearchQuery(List.of(word), "", null);
    }

    private static List<Set<String>> words(String typed) {
        var words = new ArrayList<Set<String>>();
        var digits = new StringBuilder();
        for (String word : SPACES.split(typed, 0)) {
            Set<String> terms = new LinkedHashSet<>();
            if (PHONE_LIKE.matcher(word).matches()) {
                // A phone number is often typed in groups; they form one number.
                digits.append(Folding.digits(word));
            } else if (word.indexOf('@') > 0) {
                terms.add(word.toLowerCase(Locale.ROOT));
            } else {
                SearchTerms.addWords(terms, word);
            }
            words.add(terms);
        }
        words.add(digits.isEmpty() ? Set.of() : Set.of(digits.toString()));
        return words;
    }

    /** The prefixes of terms, without those that were typed twice. */
    public Set<String> terms() {
        return words.stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether nothing selects customers; a postal code alone does not. */
    public boolean isEmpty() {
        return words.isEmpty() && !hasKey();
    }

    /** Whether a criterion identifies one customer. */
    public boolean hasKey() {
        return criteria != null && (criteria.accountNumber() != null || criteria.loyaltyCard() != null);
    }

    /** Whether indexed terms match this query. */
    public boolean matches(Collection<String> indexed) {
        return !isEmpty() && terms().stream().allMatch(term -> indexed.stream().anyMatch(it -> it.startsWith(term)));
    }

    /** Whether each criterion matches in its own field: a term does not say which field it comes from. */
    public boolean fits(CustomerProfile profile, Collection<String> indexed) {
        return criteria == null || CriteriaTerms.of(criteria).areOf(profile, indexed);
    }

    /** The same for a customer with its addresses. */
    public boolean fits(CustomerContent content) {
        return criteria == null || (fits(content.profile(), SearchTerms.of(content)) && isAt(content.addresses()));
    }

    /** Whether this query finds a customer, except by account number, id or loyalty card; for those in no index. */
    public boolean finds(CustomerContent content) {
        return matches(SearchTerms.of(content)) && fits(content);
    }

    private boolean isAt(List<Address> addresses) {
        String postcode = criteria == null ? null : criteria.postcode();
        return postcode == null
                || addresses.stream()
                        .map(Address::zipCode)
                        .anyMatch(code -> code != null && Folding.postcode(code).equals(Folding.postcode(postcode)));
    }

    /** Whether an indexed term matches a part of this query. */
    public boolean wants(String indexed) {
        return terms().stream().anyMatch(indexed::startsWith);
    }

    /** The query as a PostgreSQL {@code tsquery}: every term as a prefix. */
    public String tsquery() {
        return Tsquery.beginnings(terms());
    }

    /** The same with whole terms only; such matches rank higher. */
    public String exactTsquery() {
        return Tsquery.all(terms());
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
        Set<String> terms = pickingTerms();
        if (terms.stream().noneMatch(term -> term.length() >= TELLING_LENGTH)) {
            return Tsquery.beginnings(terms);
        }
        // Collecting the terms that begin with one letter takes longer than everything else.
        return Tsquery.beginnings(
                terms.stream().filter(term -> term.length() > 1).toList());
    }

    /** The same with whole terms only. */
    public String exactPicking() {
        return Tsquery.all(pickingTerms());
    }

    private Set<String> pickingTerms() {
        Set<String> terms = terms();
        Set<String> rare =
                terms.stream().filter(SearchQuery::isRare).collect(Collectors.toCollection(LinkedHashSet::new));
        return rare.isEmpty() ? terms : rare;
    }

    private static boolean isRare(String term) {
        return term.length() >= SearchTerms.SHORTEST_PHONE
                && term.chars().anyMatch(c -> c == '@' || Character.isDigit(c));
    }
}
