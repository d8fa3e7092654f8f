package io.counterpart.channel.order;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.accountnumber.PreferredWait;

/**
 * How the caller wants an order to be created (header {@code Prefer}).
 *
 * @param async not within the request, also where orders are created synchronously
 * @param atMost how long to wait for the number of an order that is not created within the request
 */
record OrderPreference(boolean async, Duration atMost) {

    static OrderPreference of(@Nullable String prefer) {
        return prefer == null
                ? new OrderPreference(false, Duration.ZERO)
                : new OrderPreference(PreferredWait.isAsync(prefer), PreferredWait.of(prefer));
    }

    boolean waits() {
        return !atMost.isZero();
    }
}
