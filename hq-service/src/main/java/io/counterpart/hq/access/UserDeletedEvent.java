package io.counterpart.hq.access;

/** A user is being deleted, in the transaction of the sender: what belongs to this user alone goes too. */
public record UserDeletedEvent(String username) {}
