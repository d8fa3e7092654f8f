package io.counterpart.channel.configuration;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CreationMode;
import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.ChannelType;
import io.counterpart.contract.configuration.DefaultCustomer;
import io.counterpart.contract.configuration.Features;
import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.contract.configuration.OperatingUnit;

/**
 * The current configuration of a channel.
 *
 * @param customerCreationMode whether HQ is called when a customer is created
 * @param orderCreationMode whether HQ is called when an order is created
 * @param operatingUnit its country is the default of addresses, its language and currency where the default customer
 *     has none
 * @param affiliations those that a customer can have, as {@code attributes} and {@code customerGroups}; empty before the
 *     first job 1110
 */
record RunningConfigurationView(
        String channel,
        String name,
        ChannelType type,
        String channelDatabase,
        CreationMode customerCreationMode,
        CreationMode orderCreationMode,
        FunctionalityProfile functionalityProfile,
        @Nullable DefaultCustomer defaultCustomer,
        OperatingUnit operatingUnit,
        List<GlobalConfiguration.Affiliation> affiliations,
        List<AttributeDefinition> attributes,
        List<String> customerGroups,
        boolean filterSharedCustomerDataTables,
        List<Feature> features,
        Versions versions) {

    private static final List<String> FEATURES = Stream.concat(
                    Features.PREREQUISITES_OF_EDITING.stream(),
                    Stream.of(Features.ASYNC_CUSTOMER_EDITING, Features.MULTIPLE_EMAILS_AND_PHONES))
            .toList();

    static RunningConfigurationView of(
            AppliedVersion<ChannelConfiguration> applied, @Nullable AppliedVersion<GlobalConfiguration> global) {
        ChannelConfiguration channel = applied.value();
        FunctionalityProfile profile = channel.functionalityProfile();
        return new RunningConfigurationView(
                channel.channel(),
                channel.name(),
                channel.type(),
                channel.channelDatabase(),
                mode(profile.createCustomersInAsyncMode()),
                mode(profile.createOrdersInAsyncMode()),
                profile,
                channel.defaultCustomer(),
                channel.operatingUnit(),
                global == null ? List.of() : global.value().affiliations(),
                global == null ? List.of() : global.value().attributes(),
                global == null ? List.of() : global.value().customerGroups(),
                channel.filterSharedCustomerDataTables(),
                features(global),
                new Versions(Version.of(applied), global == null ? null : Version.of(global)));
    }

    private static CreationMode mode(boolean async) {
        return async ? CreationMode.ASYNC : CreationMode.SYNC;
    }

    private static List<Feature> features(@Nullable AppliedVersion<GlobalConfiguration> global) {
        List<String> enabled = global == null ? List.of() : global.value().enabledFeatures();
        return FEATURES.stream()
                .map(name -> new Feature(name, enabled.contains(name)))
                .toList();
    }

    record Feature(String name, boolean enabled) {}

    /** The applied version of each download job; null: none yet. */
    record Versions(
            @JsonProperty("1070") Version channelConfiguration,
            @JsonProperty("1110") @Nullable Version globalConfiguration) {}

    record Version(long version, Instant appliedAt) {

        static Version of(AppliedVersion<?> applied) {
            return new Version(applied.version(), applied.at());
        }
    }
}
