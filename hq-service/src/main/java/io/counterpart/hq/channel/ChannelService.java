package io.counterpart.hq.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import io.counterpart.contract.Limits;
import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.configuration.OperatingUnit;
import io.counterpart.contract.validation.InvalidValue;
import io.counterpart.contract.validation.ValueRules;
import io.counterpart.hq.configuration.ConfigurationService;
import io.counterpart.hq.configuration.NameValidator;
import io.counterpart.support.problem.FieldError;
import io.counterpart.support.problem.Problem;

/**
 * Saves channels, channel database groups and functionality profiles; {@code seen} is the version that the caller read.
 */
@Service
class ChannelService {

    private final ChannelRepository channels;
    private final ChannelDatabaseGroupRepository groups;
    private final ProfileRepository profiles;
    private final FormerDatabaseRepository formerDatabases;
    private final ConfigurationService configuration;

    ChannelService(
            ChannelRepository channels,
            ChannelDatabaseGroupRepository groups,
            ProfileRepository profiles,
            FormerDatabaseRepository formerDatabases,
            ConfigurationService configuration) {
        this.channels = channels;
        this.groups = groups;
        this.profiles = profiles;
        this.formerDatabases = formerDatabases;
        this.configuration = configuration;
    }

    Channel saveChannel(String channel, ChannelView wanted, LongSupplier seen) {
        check(channel, wanted);
        return configuration.save(
                channels,
                channel,
                seen,
                present -> present == null ? new Channel(wanted, channel) : change(present, channel, wanted),
                publication -> publication.channel(channel));
    }

    private Channel change(Channel present, String channel, ChannelView wanted) {
        String before = present.view().channelDatabase();
        if (!before.equals(wanted.channelDatabase())) {
            formerDatabases.add(channel, before);
        }
        return present.change(wanted);
    }

    ChannelDatabaseGroup saveGroup(String name, boolean filter, Set<String> databases, LongSupplier seen) {
        NameValidator.checkId("/name", name, NameValidator.LONGEST_ID);
        databases.forEach(it -> NameValidator.checkId("/channelDatabases", it, Limits.CHANNEL_DATABASE));
        Set<String> own = groups.findById(name).map(ChannelDatabaseGroup::names).orElse(Set.of());
        databases.stream()
                .filter(it -> !own.contains(it) && configuration.hasDatabase(it))
                .findFirst()
                .ifPresent(it -> {
                    throw Problem.validation(
                            "/channelDatabases",
                            "in-another-group",
                            "The channel database %s belongs to another group".formatted(it));
                });
        return configuration.save(
                groups,
                name,
                seen,
                present -> (present == null ? new ChannelDatabaseGroup(name) : present).change(filter, databases),
                publication -> publication.channelsOfGroup(name));
    }

    Profile saveProfile(FunctionalityProfile wanted, LongSupplier seen) {
        NameValidator.checkId("/id", wanted.id(), NameValidator.LONGEST_ID);
        NameValidator.check("/name", wanted.name(), NameValidator.LONGEST_NAME);
        return configuration.save(
                profiles,
                wanted.id(),
                seen,
                present -> present == null ? new Profile(wanted) : present.change(wanted),
                publication -> publication.channelsOfProfile(wanted.id()));
    }

    private void check(String channel, ChannelView wanted) {
        NameValidator.checkId("/channel", channel, Limits.CHANNEL);
        NameValidator.check("/name", wanted.name(), NameValidator.LONGEST_NAME);
        var invalid = new ArrayList<FieldError>();
        require(invalid, wanted.type() != null, "/type");
        require(invalid, wanted.operatingUnit() != null, "/operatingUnit");
        if (wanted.operatingUnit() != null) {
            requireValidDefaults(invalid, wanted.operatingUnit());
        }
        require(invalid, configuration.hasDatabase(wanted.channelDatabase()), "/channelDatabase");
        require(invalid, configuration.hasProfile(wanted.functionalityProfile()), "/functionalityProfile");
        String customer = wanted.defaultCustomer();
        require(invalid, customer == null || configuration.hasCustomer(customer), "/defaultCustomer");
        if (!invalid.isEmpty()) {
            throw Problem.validation(List.copyOf(invalid));
        }
    }

    // The values become the defaults of new customers, and the channel validates them at each edit.
    private static void requireValidDefaults(List<FieldError> invalid, OperatingUnit unit) {
        requireValid(invalid, unit.country(), ValueRules::country, "/operatingUnit/country");
        requireValid(invalid, unit.currencyCode(), ValueRules::currency, "/operatingUnit/currencyCode");
        requireValid(invalid, unit.language(), ValueRules::language, "/operatingUnit/language");
    }

    private static void requireValid(
            List<FieldError> invalid,
            @Nullable String value,
            Function<String, @Nullable InvalidValue> rule,
            String pointer) {
        InvalidValue reason = value == null || value.isEmpty() ? null : rule.apply(value);
        if (reason != null) {
            invalid.add(new FieldError(pointer, reason.code(), reason.detail()));
        }
    }

    private static void require(List<FieldError> invalid, boolean known, String pointer) {
        if (!known) {
            invalid.add(new FieldError(pointer, "unknown", "Missing, or does not exist"));
        }
    }
}
