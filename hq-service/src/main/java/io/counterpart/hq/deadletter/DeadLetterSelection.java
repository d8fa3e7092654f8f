package io.counterpart.hq.deadletter;

/**
 * The open dead letters of a group up to an ID, so that a repeated request never includes later ones.
 *
 * @param topic the original topic
 * @param upTo the highest ID that was shown to the operator
 */
record DeadLetterSelection(DeadLetterCause cause, String topic, long upTo) {}
