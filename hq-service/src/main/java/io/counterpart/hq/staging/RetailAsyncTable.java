package io.counterpart.hq.staging;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;

/** The five RETAILASYNC* tables, and which of them have rows for an operation. */
enum RetailAsyncTable {
    RETAILASYNCCUSTOMERV2,
    RETAILASYNCADDRESSV2,
    RETAILASYNCCUSTOMERCONTACT,
    RETAILASYNCCUSTOMERAFFILIATION,
    RETAILASYNCCUSTOMERATTRIBUTEV2;

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Set<RetailAsyncTable> of(CustomerOperation operation) {
        return switch (operation.kind()) {
            case CREATE_CUSTOMER -> of(((OperationBody.CreateCustomer) operation.body()).content());
            case EDIT_PROFILE, LINK_IDENTITY -> EnumSet.of(RETAILASYNCCUSTOMERV2);
            case ADD_ADDRESS, EDIT_ADDRESS, DEACTIVATE_ADDRESS -> EnumSet.of(RETAILASYNCADDRESSV2);
            case ADD_CONTACT, EDIT_CONTACT, DEACTIVATE_CONTACT -> EnumSet.of(RETAILASYNCCUSTOMERCONTACT);
            case SET_AFFILIATIONS -> EnumSet.of(RETAILASYNCCUSTOMERAFFILIATION);
            case SET_ATTRIBUTES -> EnumSet.of(RETAILASYNCCUSTOMERATTRIBUTEV2);
            case CREATE_ORDER, CANCEL_ORDER, ADD_NOTE -> EnumSet.noneOf(RetailAsyncTable.class);
        };
    }

    private static Set<RetailAsyncTable> of(CustomerContent content) {
        Set<RetailAsyncTable> tables = EnumSet.of(RETAILASYNCCUSTOMERV2);
        if (!content.addresses().isEmpty()) {
            tables.add(RETAILASYNCADDRESSV2);
        }
        if (!content.contacts().isEmpty()) {
            tables.add(RETAILASYNCCUSTOMERCONTACT);
        }
        if (!content.affiliations().isEmpty()) {
            tables.add(RETAILASYNCCUSTOMERAFFILIATION);
        }
        if (!content.attributes().isEmpty()) {
            tables.add(RETAILASYNCCUSTOMERATTRIBUTEV2);
        }
        return tables;
    }
}
