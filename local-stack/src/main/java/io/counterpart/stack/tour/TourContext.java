package io.counterpart.stack.tour;

import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.HqClient;

/**
 * The system that the tour runs on.
 *
 * @param hqDatabase for JDBC
 * @param stopHq returns when HQ has ended
 * @param startHq returns when HQ is ready
 */
public record TourContext(
        ChannelClient harbor,
        ChannelClient station,
        ChannelClient online,
        HqClient hq,
        String hqDatabase,
        Runnable stopHq,
        Runnable startHq) {}
