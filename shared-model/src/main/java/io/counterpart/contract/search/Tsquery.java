package io.counterpart.contract.search;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes PostgreSQL {@code tsquery} expressions of search terms. */
public final class Tsquery {

    private Tsquery() {}

    /** Matches customers that have this term. */
    public static String term(String term) {
        return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** Matches customers that have all of these terms. */
    public static String all(Collection<String> terms) {
        return terms.stream().map(Tsquery::term).collect(Collectors.joining(" & "));
    }

    /** Matches customers that have a term with this beginning. */
    static String beginning(String term) {
        return term(term) + ":*";
    }

    /** Matches customers that have terms with all of these beginnings. */
    static String beginnings(Collection<String> terms) {
        return terms.stream().map(Tsquery::beginning).collect(Collectors.joining(" & "));
    }
}
