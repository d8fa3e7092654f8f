package io.counterpart.contract.configuration;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A section of the till's customer card, and of its dialog for a new customer, that a functionality profile can hide. */
public enum TillSection {
    CONTACTS,
    ADDRESSES,
    AFFILIATIONS,
    ATTRIBUTES,
    NOTES,
    LOYALTY_CARDS,
    ORDERS,
    TIMELINE;

    public static List<TillSection> all() {
        return List.of(values());
    }

    /** All sections but those with these names; other names mean nothing to this release. */
    public static List<TillSection> allBut(Collection<String> hidden) {
        return Stream.of(values()).filter(it -> !hidden.contains(it.name())).toList();
    }
}
