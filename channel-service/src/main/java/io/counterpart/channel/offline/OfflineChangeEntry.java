package io.counterpart.channel.offline;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.entry.CustomerEntry.AddressEntry;
import io.counterpart.channel.entry.CustomerEntry.ContactEntry;
import io.counterpart.contract.operation.FieldChange;

/** The fields of an item that only some kinds of changes have, as they were sent. */
record OfflineChangeEntry(
        @Nullable List<@Nullable FieldChange> changes,
        @Nullable String addressId,
        @Nullable AddressEntry address,
        @Nullable String contactId,
        @Nullable ContactEntry contact) {

    static final String CHANGES = "changes";
    static final String ADDRESS_ID = "addressId";
    static final String ADDRESS = "address";
    static final String CONTACT_ID = "contactId";
    static final String CONTACT = "contact";

    static final List<String> FIELDS = List.of(CHANGES, ADDRESS_ID, ADDRESS, CONTACT_ID, CONTACT);
}
