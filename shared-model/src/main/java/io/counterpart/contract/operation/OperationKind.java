package io.counterpart.contract.operation;

/** The kinds of operations, each with its code in the product's staging tables. */
public enum OperationKind {
    CREATE_CUSTOMER(1),
    EDIT_PROFILE(2),
    ADD_ADDRESS(1),
    EDIT_ADDRESS(2),
    DEACTIVATE_ADDRESS(3),
    ADD_CONTACT(1),
    EDIT_CONTACT(2),
    DEACTIVATE_CONTACT(3),
    SET_AFFILIATIONS(2),
    SET_ATTRIBUTES(2),
    LINK_IDENTITY(2),
    CREATE_ORDER(1);

    private final int operation;

    OperationKind(int operation) {
        this.operation = operation;
    }

    /** The value of the column {@code operation} of the RETAILASYNC* tables: 1 create, 2 update, 3 deactivate. */
    public int operation() {
        return operation;
    }
}
