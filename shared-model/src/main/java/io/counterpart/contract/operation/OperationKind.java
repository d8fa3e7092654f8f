package io.counterpart.contract.operation;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of operations, each with its code in the product's staging tables. */
public enum OperationKind {
    CREATE_CUSTOMER(1, OperationBody.CreateCustomer.class),
    EDIT_PROFILE(2, OperationBody.EditProfile.class),
    ADD_ADDRESS(1, OperationBody.AddAddress.class),
    EDIT_ADDRESS(2, OperationBody.EditAddress.class),
    DEACTIVATE_ADDRESS(3, OperationBody.DeactivateAddress.class),
    ADD_CONTACT(1, OperationBody.AddContact.class),
    EDIT_CONTACT(2, OperationBody.EditContact.class),
    DEACTIVATE_CONTACT(3, OperationBody.DeactivateContact.class),
    SET_AFFILIATIONS(2, OperationBody.SetAffiliations.class),
    SET_ATTRIBUTES(2, OperationBody.SetAttributes.class),
    LINK_IDENTITY(2, OperationBody.LinkIdentity.class),
    CREATE_ORDER(1, OperationBody.CreateOrder.class),
    CANCEL_ORDER(3, OperationBody.CancelOrder.class),
    ADD_NOTE(1, OperationBody.AddNote.class);

    private static final Map<Class<?>, OperationKind> BY_BODY =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(kind -> kind.body, kind -> kind));

    private final int operation;
    private final Class<? extends OperationBody> body;

    OperationKind(int operation, Class<? extends OperationBody> body) {
        this.operation = operation;
        this.body = body;
    }

    static OperationKind of(OperationBody body) {
        return Objects.requireNonNull(BY_BODY.get(body.getClass()));
    }

    /** The value of the column {@code operation} of the RETAILASYNC* tables: 1 create, 2 update, 3 deactivate. */
    public int operation() {
        return operation;
    }
}
