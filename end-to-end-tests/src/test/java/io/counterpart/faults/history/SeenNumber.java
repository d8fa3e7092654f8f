package io.counterpart.faults.history;

import java.util.UUID;

/** An account number that a response of a channel database showed for a customer. */
public record SeenNumber(UUID asyncCustomerId, String accountNumber, String database) {}
