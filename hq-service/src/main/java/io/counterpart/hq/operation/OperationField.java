package io.counterpart.hq.operation;

import org.jspecify.annotations.Nullable;

/**
 * One value of an operation, as the page shows it and lets people edit it.
 *
 * @param pointer where it stands in the operation's JSON; also the name of the input
 * @param oldValue what the channel had before; null of a creation
 */
record OperationField(
        String pointer,
        String section,
        String name,
        @Nullable String oldValue,
        @Nullable String value,
        Kind kind) {

    /** How a value is written in JSON. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        LIST
    }

    public boolean isEmpty() {
        return value == null && oldValue == null;
    }

    /** Whether what was typed is something else; null: the page did not offer it. */
    boolean isChangedBy(@Nullable String typed) {
        return typed != null && !typed.strip().equals(value == null ? "" : value);
    }

    public String id() {
        return "f" + pointer.replace('/', '-');
    }

    OperationField with(@Nullable String typed) {
        return new OperationField(pointer, section, name, oldValue, typed, kind);
    }
}
