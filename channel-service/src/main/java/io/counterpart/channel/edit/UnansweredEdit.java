package io.counterpart.channel.edit;

import java.time.Instant;

import io.counterpart.contract.operation.CustomerOperation;

/** An edit of which it is not known whether HQ made it. */
record UnansweredEdit(CustomerOperation operation, Instant askedAt) {}
