package io.counterpart.hq.configuration;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.hq.distribution.ConfigurationLogWriter;
import io.counterpart.hq.job.BatchJobSettings;

/**
 * Publishes configuration to the channels in the transaction that changed it (jobs 1070 and 1110). While a job is on
 * hold nothing is published; running or releasing it publishes the complete configuration.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ConfigurationPublisher {

    private final ConfigurationRepository repository;
    private final GlobalConfigurationRepository global;
    private final ConfigurationLogWriter distribution;
    private final BatchJobSettings jobs;
    private final Clock clock;

    ConfigurationPublisher(
            ConfigurationRepository repository,
            GlobalConfigurationRepository global,
            ConfigurationLogWriter distribution,
            BatchJobSettings jobs,
            Clock clock) {
        this.repository = repository;
        this.global = global;
        this.distribution = distribution;
        this.jobs = jobs;
        this.clock = clock;
    }

    public void everything() {
        publishAllChannels();
        publishGlobal(repository.nextVersion());
    }

    void allChannels() {
        publish(repository.all());
    }

    public void channel(String channel) {
        publish(List.of(channel));
    }

    public void channels(Collection<String> channels) {
        publish(channels);
    }

    /**
     * Revokes the PINs of a clerk that were set before this time, at once like a token. All channel databases are told:
     * one of a store where the clerk does not work any more may not know it yet, because 1070 is held.
     */
    public void revokeClerk(UUID clerk, Instant at) {
        distribution.appendCommands(repository.channelDatabases().stream()
                .map(database -> JobCommand.revokeClerk(database, clerk, at))
                .toList());
    }

    /** Revokes a token at its channel at once, held or not: who holds a job does not want a stolen token to stay valid. */
    public void revokeToken(String channel, String sha256) {
        repository
                .databaseOf(channel)
                .map(database -> JobCommand.revokeToken(database, sha256, clock.instant()))
                .ifPresent(command -> distribution.appendCommands(List.of(command)));
    }

    public void channelsOfProfile(String id) {
        publish(repository.ofProfile(id));
    }

    public void channelsOfGroup(String name) {
        publish(repository.ofGroup(name));
    }

    public void channelsOfDefaultCustomers(Collection<String> accountNumbers) {
        publish(repository.ofDefaultCustomers(accountNumbers));
    }

    /**
     * Publishes the global configuration and returns its version; while the job is on hold, returns a version below
     * that of the next publication.
     */
    public long global() {
        long version = repository.nextVersion();
        if (!jobs.isHeldNow(BatchJobSettings.GLOBAL_CONFIGURATION_1110)) {
            publishGlobal(version);
        }
        return version;
    }

    /** Job 1070, regardless of a hold, because it was requested explicitly. */
    void publishAllChannels() {
        publishChannels(repository.all());
    }

    /** Job 1110, regardless of a hold. */
    void publishGlobal() {
        publishGlobal(repository.nextVersion());
    }

    private void publishGlobal(long version) {
        distribution.appendGlobal(global.read(version), clock.instant());
    }

    private void publish(Collection<String> channels) {
        if (!channels.isEmpty() && !jobs.isHeldNow(BatchJobSettings.CHANNEL_CONFIGURATION_1070)) {
            publishChannels(channels);
        }
    }

    private void publishChannels(Collection<String> channels) {
        distribution.appendChannels(repository.channels(channels), clock.instant());
    }
}
