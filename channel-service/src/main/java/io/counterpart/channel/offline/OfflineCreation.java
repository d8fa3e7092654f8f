package io.counterpart.channel.offline;

import io.counterpart.channel.validation.CustomerEntry;

/** A customer that a till created while it was offline. */
record OfflineCreation(OfflineHeader header, CustomerEntry entry, String hash) implements OfflineItem {}
