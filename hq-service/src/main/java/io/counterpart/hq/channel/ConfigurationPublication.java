package io.counterpart.hq.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.hq.distribution.Distribution;

/** Tells the channels what they are to run, in the transaction that changed it (jobs 1070 and 1110). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ConfigurationPublication {

    private final ConfigurationRepository repository;
    private final GlobalConfigurationRepository global;
    private final Distribution distribution;
    private final Clock clock;

    ConfigurationPublication(
            ConfigurationRepository repository,
            GlobalConfigurationRepository global,
            Distribution distribution,
            Clock clock) {
        this.repository = repository;
        this.global = global;
        this.distribution = distribution;
        this.clock = clock;
    }

    /** Everything to everybody. */
    public void everything() {
        allChannels();
        global();
    }

    void allChannels() {
        publish(repository.all());
    }

    void channel(String channel) {
        publish(List.of(channel));
    }

    void channelsOfProfile(String id) {
        publish(repository.ofProfile(id));
    }

    void channelsOfGroup(String name) {
        publish(repository.ofGroup(name));
    }

    /** The version that carries it. */
    long global() {
        GlobalConfiguration configuration = global.read(repository.nextVersion());
        distribution.append(List.of(distribution.global(configuration, clock.instant())));
        return configuration.version();
    }

    private void publish(Collection<String> channels) {
        Instant now = clock.instant();
        distribution.append(repository.channels(channels).stream()
                .map(configuration -> distribution.channel(configuration, now))
                .toList());
    }
}
