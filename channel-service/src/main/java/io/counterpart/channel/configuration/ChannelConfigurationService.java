package io.counterpart.channel.configuration;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.contract.configuration.OrderMode;

/**
 * The configuration that this channel database has applied. Held in memory and reloaded after a change; other instances
 * detect a change within a second by a stamp.
 */
@Service
public class ChannelConfigurationService implements SmartLifecycle {

    private final ConfigurationRepository repository;
    private volatile ConfigurationSnapshot view = ConfigurationSnapshot.EMPTY;
    private volatile boolean running;

    ChannelConfigurationService(ConfigurationRepository repository) {
        this.repository = repository;
    }

    public Optional<ChannelConfiguration> find(String channel) {
        return applied(channel).map(AppliedVersion::value);
    }

    /** The configuration of all channels; empty until 1110 has arrived for the first time. */
    public Optional<GlobalConfiguration> global() {
        return appliedGlobal().map(AppliedVersion::value);
    }

    /** Whether the applied 1110 data has this feature enabled. */
    public boolean runs(String feature) {
        return global().map(rules -> rules.enabledFeatures().contains(feature)).orElse(false);
    }

    /**
     * Whether the functionality profile of the channel requires to work without HQ. A channel without a configuration
     * does, since only a configuration can require a call to HQ.
     *
     * @param mode the setting of the profile that matters
     */
    public boolean usesAsyncMode(String channel, Predicate<FunctionalityProfile> mode) {
        return find(channel)
                .map(configuration -> mode.test(configuration.functionalityProfile()))
                .orElse(true);
    }

    /** How the channel creates orders; without a configuration it works without HQ. */
    public OrderMode orderMode(String channel) {
        return find(channel)
                .map(configuration -> configuration.functionalityProfile().modeOfOrders())
                .orElse(OrderMode.ASYNC);
    }

    /** The applied version of 1070 by channel. */
    public Map<String, Long> channelVersions() {
        return view.channels().values().stream()
                .collect(Collectors.toMap(applied -> applied.value().channel(), AppliedVersion::version));
    }

    /** The applied version of 1110; 0: none yet. */
    public long globalVersion() {
        return appliedGlobal().map(AppliedVersion::version).orElse(0L);
    }

    Optional<AppliedVersion<ChannelConfiguration>> applied(String channel) {
        return Optional.ofNullable(view.channels().get(channel));
    }

    Optional<AppliedVersion<GlobalConfiguration>> appliedGlobal() {
        return Optional.ofNullable(view.global());
    }

    void refresh() {
        view = repository.view();
    }

    // Before the first request, but not during the creation of beans: an image is built without a database.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        refresh();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    void refreshWhenAnotherInstanceAppliedSomething() {
        if (!repository.stamp().equals(view.stamp())) {
            refresh();
        }
    }
}
