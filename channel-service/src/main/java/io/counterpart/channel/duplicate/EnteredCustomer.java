package io.counterpart.channel.duplicate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.validation.CustomerEntry.AddressEntry;
import io.counterpart.channel.validation.TextNormalizer;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.Limits;
import io.counterpart.contract.search.Folding;
import io.counterpart.contract.search.MatchKeys;
import io.counterpart.contract.search.Tsquery;
import io.counterpart.support.problem.FieldErrors;

/**
 * What identifies the entered customer.
 *
 * @param keys one element for each type that it may have
 * @param postcodes normalized
 */
record EnteredCustomer(List<MatchKeys> keys, Set<String> postcodes) {

    /** Throws a problem if a value cannot be one of a customer. */
    static EnteredCustomer of(DuplicateCheckRequest request) {
        var faults = new FieldErrors();
        var texts = new TextNormalizer(faults);
        CustomerProfile profile = new CustomerProfile(
                request.type() == null ? CustomerType.PERSON : request.type(),
                null,
                texts.text("/firstName", request.firstName(), Limits.PERSON_NAME_PART),
                texts.text("/middleName", request.middleName(), Limits.PERSON_NAME_PART),
                texts.text("/lastName", request.lastName(), Limits.PERSON_NAME_PART),
                texts.text("/organizationName", request.organizationName(), Limits.ORGANIZATION_NAME),
                texts.text("/email", request.email(), Limits.EMAIL),
                texts.text("/phone", request.phone(), Limits.PHONE),
                null,
                null,
                null,
                null,
                null);
        Set<String> postcodes = postcodes(request.addresses(), faults, texts);
        faults.throwIfAny();
        Stream<CustomerType> types =
                request.type() == null ? Stream.of(CustomerType.values()) : Stream.of(request.type());
        return new EnteredCustomer(
                types.map(type -> MatchKeys.of(as(type, profile), null)).toList(), postcodes);
    }

    /**
     * The {@code tsquery} expressions that together find all possible duplicates. Each may match thousands, of which
     * only some are read; an email or a phone together with the name finds the best ones even then.
     */
    Set<String> queries() {
        List<String> contacts =
                MatchKeys.terms(keys).stream().map(Tsquery::term).toList();
        Set<String> names = names();
        Set<String> queries = new LinkedHashSet<>();
        names.forEach(name -> contacts.forEach(contact -> queries.add(contact + " & " + name)));
        queries.addAll(contacts);
        queries.addAll(names);
        return queries;
    }

    /** The {@code tsquery} expressions of the name alone. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        keys.stream()
                .map(MatchKeys::nameTerms)
                .filter(Predicate.not(Set::isEmpty))
                .forEach(terms -> names.add(Tsquery.all(terms)));
        return names;
    }

    private static Set<String> postcodes(
            @Nullable List<@Nullable AddressEntry> addresses, FieldErrors faults, TextNormalizer texts) {
        Set<String> postcodes = new LinkedHashSet<>();
        List<@Nullable AddressEntry> entries = addresses == null ? List.of() : addresses;
        if (entries.size() > Limits.ADDRESSES) {
            faults.add("/addresses", "too-many", "Too many addresses (limit %d).".formatted(Limits.ADDRESSES));
            return postcodes;
        }
        for (int i = 0; i < entries.size(); i++) {
            AddressEntry entry = entries.get(i);
            String zipCode = entry == null ? null : entry.zipCode();
            String text = texts.text("/addresses/" + i + "/zipCode", zipCode, Limits.ZIP_CODE);
            postcodes.add(Folding.postcode(Objects.requireNonNullElse(text, "")));
        }
        postcodes.remove("");
        return postcodes;
    }

    private static CustomerProfile as(CustomerType type, CustomerProfile profile) {
        return new CustomerProfile(
                type,
                null,
                profile.firstName(),
                profile.middleName(),
                profile.lastName(),
                profile.organizationName(),
                profile.email(),
                profile.phone(),
                null,
                null,
                null,
                null,
                null);
    }
}
