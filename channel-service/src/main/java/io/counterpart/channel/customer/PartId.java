package io.counterpart.channel.customer;

import java.io.Serializable;
import java.util.UUID;

/** The key of an address or a contact: its customer and its own id. */
record PartId(UUID asyncCustomerId, UUID partId) implements Serializable {}
