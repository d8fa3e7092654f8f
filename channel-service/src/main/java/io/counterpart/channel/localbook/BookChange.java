package io.counterpart.channel.localbook;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.localbook.LocalBookPage.RemovedCustomer;

/** A customer to deliver or to remove. */
record BookChange(UUID id, boolean removed, @Nullable UUID replacedBy) {

    RemovedCustomer removal() {
        return new RemovedCustomer(id, replacedBy);
    }
}
