package io.counterpart.channel.edit;

import java.time.Instant;

import io.counterpart.contract.operation.CustomerOperation;

/** An edit with unknown outcome at HQ. */
record InDoubtEdit(CustomerOperation operation, Instant askedAt) {}
