package io.counterpart.stack.tour;

import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.HqClient;

/**
 * The system that the tour walks through.
 *
 * @param hqDatabase for JDBC
 * @param stopHq comes back when HQ has ended
 * @param startHq comes back when HQ is ready
 */
public record TourContext(
        ChannelClient harbor,
        ChannelClient station,
        ChannelClient online,
        HqClient hq,
        String hqDatabase,
        Runnable stopHq,
        Runnable startHq) {}
