package io.counterpart.channel.download;

import java.util.List;
import java.util.UUID;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;

/** A new primary part replaces the previous primary one, here as at HQ. */
final class PrimaryPartRule {

    private PrimaryPartRule() {}

    static List<Address> ofAddresses(List<Address> addresses, UUID newest) {
        boolean takesOver = addresses.stream().anyMatch(it -> it.id().equals(newest) && it.primary());
        return takesOver
                ? addresses.stream()
                        .map(it -> it.primary() && !it.id().equals(newest) ? secondary(it) : it)
                        .toList()
                : addresses;
    }

    static List<Contact> ofContacts(List<Contact> contacts, UUID newest) {
        return contacts.stream()
                .filter(it -> it.id().equals(newest) && it.primary())
                .findFirst()
                .map(primary -> contacts.stream()
                        .map(it -> isRival(it, primary) ? secondary(it) : it)
                        .toList())
                .orElse(contacts);
    }

    private static boolean isRival(Contact it, Contact primary) {
        return it.primary() && it.type() == primary.type() && !it.id().equals(primary.id());
    }

    private static Contact secondary(Contact it) {
        return new Contact(it.id(), it.type(), it.value(), it.marketingConsent(), false);
    }

    private static Address secondary(Address it) {
        return new Address(
                it.id(),
                it.name(),
                it.purpose(),
                it.street(),
                it.streetNumber(),
                it.buildingComplement(),
                it.postBox(),
                it.district(),
                it.city(),
                it.county(),
                it.state(),
                it.zipCode(),
                it.country(),
                it.phone(),
                it.email(),
                false);
    }
}
