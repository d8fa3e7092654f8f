package io.counterpart.channel.customer;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.counterpart.support.problem.Problem;

/** The optional parts of a customer in a response. */
enum CustomerInclude {
    ADDRESSES,
    CONTACTS,
    AFFILIATIONS,
    ATTRIBUTES,
    TIMELINE;

    /** All parts without the timeline, as in the response to a creation. */
    static final Set<CustomerInclude> PARTS = EnumSet.complementOf(EnumSet.of(TIMELINE));

    static Set<CustomerInclude> parse(@Nullable String list) {
        Set<CustomerInclude> includes = EnumSet.noneOf(CustomerInclude.class);
        if (list == null || list.isBlank()) {
            return includes;
        }
        for (String name : List.of(list.split(",", -1))) {
            includes.add(named(name.strip()));
        }
        return includes;
    }

    private static CustomerInclude named(String name) {
        for (CustomerInclude include : values()) {
            if (include.name().toLowerCase(Locale.ROOT).equals(name)) {
                return include;
            }
        }
        throw Problem.malformed(
                "/include",
                "unknown-value",
                "include accepts addresses, contacts, affiliations, attributes and timeline.");
    }
}
