package io.counterpart.channel.till;

import java.time.Instant;

/**
 * The answer to the heartbeat of a till.
 *
 * @param receivedAt by the clock of the channel service
 * @param clockSkewSeconds how far the clock of the till is ahead; negative: behind
 * @param nextInSeconds when the next heartbeat is expected
 */
record TillHeartbeatView(Instant receivedAt, long clockSkewSeconds, long nextInSeconds) {}
