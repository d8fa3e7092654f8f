package io.counterpart.channel.offline;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.counterpart.channel.validation.CustomerEntry.AddressEntry;
import io.counterpart.channel.validation.CustomerEntry.ContactEntry;
import io.counterpart.contract.operation.FieldChange;

/**
 * The fields of an item that only some kinds of changes have, as they were sent. The hash of an item must not depend on
 * fields that the till did not know, so that a later one is absent in JSON instead of null.
 */
record OfflineChangeEntry(
        @Nullable List<@Nullable FieldChange> changes,
        @Nullable String addressId,
        @Nullable AddressEntry address,
        @Nullable String contactId,
        @Nullable ContactEntry contact,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {

    static final String CHANGES = "changes";
    static final String ADDRESS_ID = "addressId";
    static final String ADDRESS = "address";
    static final String CONTACT_ID = "contactId";
    static final String CONTACT = "contact";
    static final String NOTE = "note";

    static final List<String> FIELDS = List.of(CHANGES, ADDRESS_ID, ADDRESS, CONTACT_ID, CONTACT, NOTE);
}
