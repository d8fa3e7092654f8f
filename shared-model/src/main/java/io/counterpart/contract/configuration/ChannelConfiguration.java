package io.counterpart.contract.configuration;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The complete configuration of one channel (job 1070).
 *
 * @param version grows with every change; a reader applies only a higher version than its own
 * @param filterSharedCustomerDataTables true: tills may not create customers while offline
 * @param clerks the active clerks of the channel; null from an older HQ, which knows none: a reader keeps those it has
 */
public record ChannelConfiguration(
        int schemaVersion,
        long version,
        String channel,
        String name,
        ChannelType type,
        String channelDatabase,
        FunctionalityProfile functionalityProfile,
        @Nullable DefaultCustomer defaultCustomer,
        OperatingUnit operatingUnit,
        boolean filterSharedCustomerDataTables,
        List<ChannelToken> tokens,
        @Nullable List<ChannelClerk> clerks) {

    public static final int SCHEMA_VERSION = 1;
}
