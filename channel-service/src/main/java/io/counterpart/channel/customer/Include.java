package io.counterpart.channel.customer;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.counterpart.support.problem.FieldError;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/** The parts of a customer that an answer can have besides the profile. */
enum Include {
    ADDRESSES,
    CONTACTS,
    AFFILIATIONS,
    ATTRIBUTES,
    TIMELINE;

    /** What a creation answers with. */
    static final Set<Include> PARTS = EnumSet.complementOf(EnumSet.of(TIMELINE));

    static Set<Include> parse(@Nullable String list) {
        Set<Include> includes = EnumSet.noneOf(Include.class);
        if (list == null || list.isBlank()) {
            return includes;
        }
        for (String name : List.of(list.split(",", -1))) {
            includes.add(named(name.strip()));
        }
        return includes;
    }

    private static Include named(String name) {
        for (Include include : values()) {
            if (include.name().toLowerCase(Locale.ROOT).equals(name)) {
                return include;
            }
        }
        String detail = "Only addresses, contacts, affiliations, attributes and timeline can be included.";
        throw new Problem(
                StandardProblem.MALFORMED_REQUEST,
                detail,
                List.of(new FieldError("/include", "unknown-value", detail)));
    }
}
