package io.counterpart.channel.offline;

import java.util.Set;

import io.counterpart.channel.customer.EditPolicy.EditAction;

/** The kinds of operations that a till can make while it is offline, with the fields that an item of the kind has. */
enum OfflineKind {
    CREATE_CUSTOMER(Set.of(), Set.of()),
    EDIT_PROFILE(Set.of(OfflineChangeEntry.CHANGES), Set.of()),
    ADD_ADDRESS(Set.of(OfflineChangeEntry.ADDRESS), Set.of(OfflineChangeEntry.ADDRESS_ID)),
    EDIT_ADDRESS(Set.of(OfflineChangeEntry.ADDRESS_ID, OfflineChangeEntry.CHANGES), Set.of()),
    DEACTIVATE_ADDRESS(Set.of(OfflineChangeEntry.ADDRESS_ID), Set.of()),
    ADD_CONTACT(Set.of(OfflineChangeEntry.CONTACT), Set.of(OfflineChangeEntry.CONTACT_ID)),
    EDIT_CONTACT(Set.of(OfflineChangeEntry.CONTACT_ID, OfflineChangeEntry.CHANGES), Set.of()),
    DEACTIVATE_CONTACT(Set.of(OfflineChangeEntry.CONTACT_ID), Set.of()),
    SET_AFFILIATIONS(Set.of(OfflineChangeEntry.CHANGES), Set.of()),
    SET_ATTRIBUTES(Set.of(OfflineChangeEntry.CHANGES), Set.of()),
    ADD_NOTE(Set.of(OfflineChangeEntry.NOTE), Set.of());

    // Sets of Set.of.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> required;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> optional;

    OfflineKind(Set<String> required, Set<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    boolean requires(String field) {
        return required.contains(field);
    }

    boolean permits(String field) {
        return requires(field) || optional.contains(field);
    }

    /** Whether the operation adds something, and so has the status 201. */
    boolean adds() {
        return this == CREATE_CUSTOMER || this == ADD_ADDRESS || this == ADD_CONTACT || this == ADD_NOTE;
    }

    /** What the operation does to a stored customer. */
    EditAction action() {
        return switch (this) {
            case CREATE_CUSTOMER -> throw new IllegalStateException("A creation edits no customer");
            case EDIT_PROFILE, SET_AFFILIATIONS, SET_ATTRIBUTES -> EditAction.EDIT;
            case ADD_ADDRESS -> EditAction.ADD_ADDRESS;
            case EDIT_ADDRESS, DEACTIVATE_ADDRESS -> EditAction.EDIT_ADDRESS;
            case ADD_CONTACT -> EditAction.ADD_CONTACT;
            case EDIT_CONTACT, DEACTIVATE_CONTACT -> EditAction.EDIT_CONTACT;
            case ADD_NOTE -> EditAction.ADD_NOTE;
        };
    }
}
