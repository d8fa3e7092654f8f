package io.counterpart.channel.configuration;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.GlobalConfiguration;

/** Applies configuration from HQ: the highest version of each channel, with its tokens and clerks in one transaction. */
@Service
class ConfigurationApplyService {

    private static final Logger log = LoggerFactory.getLogger(ConfigurationApplyService.class);

    private final ConfigurationRepository repository;
    private final ChannelConfigurationService configurations;
    private final CredentialService credentials;
    private final ChannelProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConfigurationApplyService(
            ConfigurationRepository repository,
            ChannelConfigurationService configurations,
            CredentialService credentials,
            ChannelProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.repository = repository;
        this.configurations = configurations;
        this.credentials = credentials;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    void applyChannels(List<ChannelConfiguration> arrived) {
        Map<String, ChannelConfiguration> newest = new LinkedHashMap<>();
        arrived.forEach(channel -> newest.merge(
                channel.channel(), channel, (one, other) -> one.version() > other.version() ? one : other));
        transaction.executeWithoutResult(status -> newest.values().forEach(this::apply));
        refresh();
    }

    void applyGlobal(Collection<GlobalConfiguration> arrived) {
        transaction.executeWithoutResult(status -> arrived.forEach(this::apply));
        refresh();
    }

    private void apply(GlobalConfiguration global) {
        if (repository.apply(global, clock.instant())) {
            log.info("Applied 1110 version {}", global.version());
        }
    }

    private void apply(ChannelConfiguration channel) {
        if (!channel.channelDatabase().equals(properties.channelDatabase())) {
            passOver(channel);
        } else if (repository.apply(channel, clock.instant())) {
            credentials.replace(channel);
            log.info("Channel {} applied 1070 version {}", channel.channel(), channel.version());
        }
    }

    // The channel belongs to another channel database. Its version is stored: if the channel was moved from this
    // database, a late older record that names this database, or an older one that does not, must not override a later
    // one.
    private void passOver(ChannelConfiguration channel) {
        if (repository.passOver(channel, clock.instant())) {
            credentials.remove(channel.channel());
        }
    }

    private void refresh() {
        credentials.refresh();
        configurations.refresh();
    }
}
