package io.counterpart.channel.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.validation.CustomerEntry.AddressEntry;
import io.counterpart.contract.Address;
import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.Limits;
import io.counterpart.support.problem.FieldErrors;

import static io.counterpart.channel.validation.TextNormalizer.or;

/** Validates the addresses of an entry and creates them. */
final class AddressValidator {

    private final FieldErrors faults;
    private final TextNormalizer texts;
    private final ChannelDefaults defaults;
    private final Supplier<UUID> ids;

    AddressValidator(FieldErrors faults, ChannelDefaults defaults, Supplier<UUID> ids) {
        this.faults = faults;
        this.texts = new TextNormalizer(faults);
        this.defaults = defaults;
        this.ids = ids;
    }

    List<Address> check(@Nullable List<@Nullable AddressEntry> entries, CustomerProfile customer) {
        if (entries == null || entries.isEmpty()) {
            return List.of();
        }
        if (entries.size() > Limits.ADDRESSES) {
            faults.add("/addresses", "too-many", "Too many addresses (limit %d).".formatted(Limits.ADDRESSES));
            return List.of();
        }
        refuseManyPrimary(entries);
        boolean nobodySaid = entries.stream().allMatch(entry -> entry == null || entry.primary() == null);
        var addresses = new ArrayList<Address>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            AddressEntry entry = entries.get(i);
            if (entry == null) {
                faults.add("/addresses/" + i, "required", "The address is required.");
            } else {
                addresses.add(one("/addresses/" + i, entry, customer, nobodySaid && i == 0));
            }
        }
        return addresses;
    }

    Address one(String at, AddressEntry entry, CustomerProfile customer, boolean primaryUnlessSaid) {
        refuseEmpty(entry);
        return new Address(
                ids.get(),
                or(texts.text(at + "/name", entry.name(), Limits.ADDRESS_NAME), nameOf(customer)),
                entry.purpose() == null ? purposeFor(customer.type()) : entry.purpose(),
                texts.text(at + "/street", entry.street(), Limits.STREET),
                texts.text(at + "/streetNumber", entry.streetNumber(), Limits.STREET_NUMBER),
                texts.text(at + "/buildingComplement", entry.buildingComplement(), Limits.BUILDING_COMPLEMENT),
                texts.text(at + "/postBox", entry.postBox(), Limits.POST_BOX),
                texts.text(at + "/district", entry.district(), Limits.DISTRICT),
                texts.text(at + "/city", entry.city(), Limits.CITY),
                texts.text(at + "/county", entry.county(), Limits.COUNTY),
                texts.text(at + "/state", entry.state(), Limits.STATE),
                texts.text(at + "/zipCode", entry.zipCode(), Limits.ZIP_CODE),
                or(texts.country(at + "/country", entry.country()), defaults.country()),
                or(texts.phone(at + "/phone", entry.phone()), customer.phone()),
                texts.email(at + "/email", entry.email()),
                entry.primary() == null ? primaryUnlessSaid : entry.primary());
    }

    static void requirePrimary(List<Address> addresses, FieldErrors faults) {
        if (addresses.stream().noneMatch(Address::primary)) {
            faults.add(
                    "/addresses",
                    "primary-address-required",
                    "This channel requires a primary address. Enter an address, or mark one as primary.");
        }
    }

    private static void refuseManyPrimary(List<@Nullable AddressEntry> entries) {
        long primary = entries.stream()
                .filter(entry -> entry != null && Boolean.TRUE.equals(entry.primary()))
                .count();
        if (primary > 1) {
            throw ChannelProblem.MULTIPLE_PRIMARY_ADDRESSES.because("Only one address can be primary.");
        }
    }

    // Checked before the defaults: an address with inherited values only is empty.
    private static void refuseEmpty(AddressEntry entry) {
        refuse(Stream.of(
                        entry.street(),
                        entry.streetNumber(),
                        entry.buildingComplement(),
                        entry.postBox(),
                        entry.district(),
                        entry.city(),
                        entry.county(),
                        entry.state(),
                        entry.zipCode(),
                        entry.country(),
                        entry.phone(),
                        entry.email())
                .allMatch(value -> value == null || value.isBlank()));
    }

    /** An edit may not leave an empty address; the country counts, because it was not inherited in this request. */
    static void refuseEmpty(Address edited) {
        refuse(edited.hasNoValue());
    }

    private static void refuse(boolean empty) {
        if (empty) {
            throw ChannelProblem.EMPTY_ADDRESS.because("The address is empty. Enter at least one value or omit it.");
        }
    }

    private static AddressPurpose purposeFor(CustomerType type) {
        return type == CustomerType.PERSON ? AddressPurpose.HOME : AddressPurpose.BUSINESS;
    }

    // A full name may exceed the length of an address name; the address then has no name.
    private static @Nullable String nameOf(CustomerProfile customer) {
        String name = customer.displayName();
        return name.isEmpty() || name.length() > Limits.ADDRESS_NAME ? null : name;
    }
}
