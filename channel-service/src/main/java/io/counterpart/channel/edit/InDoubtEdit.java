package io.counterpart.channel.edit;

import java.time.Instant;

import io.counterpart.contract.operation.CustomerOperation;

/** An edit of which it is not known whether HQ made it. */
record InDoubtEdit(CustomerOperation operation, Instant askedAt) {}
