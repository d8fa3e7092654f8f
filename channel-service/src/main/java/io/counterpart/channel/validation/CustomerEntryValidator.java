package io.counterpart.channel.validation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.validation.CustomerEntry.IdentityEntry;
import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.support.problem.FieldErrors;

/** Converts an entry into a customer that every database and HQ accept, or reports all its faults. */
public final class CustomerEntryValidator {

    private CustomerEntryValidator() {}

    /**
     * Returns the customer with the defaults of the channel.
     *
     * @param ids generates the ids of addresses and contacts
     */
    public static CustomerContent check(
            CustomerEntry entry,
            Optional<ChannelConfiguration> channel,
            Optional<GlobalConfiguration> global,
            Supplier<UUID> ids) {
        var features = new FeatureValidator(channel, global);
        features.check(entry);
        var faults = new FieldErrors();
        ChannelDefaults defaults = ChannelDefaults.of(channel);
        GlobalConfiguration rules = global.orElse(null);
        CustomerProfile profile = new ProfileValidator(faults, defaults, rules).check(entry);
        List<Address> addresses = new AddressValidator(faults, defaults, ids).check(entry.addresses(), profile);
        channel.map(ChannelConfiguration::functionalityProfile).ifPresent(required -> {
            ProfileValidator.requireFields(required.requiredFields(), profile, faults);
            if (required.requiresPrimaryAddress()) {
                AddressValidator.requirePrimary(addresses, faults);
            }
        });
        var parts = new PartsValidator(faults, rules);
        List<Contact> contacts = parts.contacts(entry.contacts(), ids);
        List<String> affiliations = affiliations(entry, parts, features, defaults);
        Map<String, Object> attributes =
                new AttributesValidator(faults, "/attributes", rules, Map.of()).check(entry.attributes());
        var identity = parts.identity(entry.externalIdentity());
        faults.throwIfAny();
        return new CustomerContent(profile, addresses, contacts, affiliations, attributes, identity);
    }

    /** The identity of a sign-in, which is mandatory. */
    public static ExternalIdentity identity(@Nullable IdentityEntry entry) {
        var faults = new FieldErrors();
        ExternalIdentity identity = new PartsValidator(faults, null).identity(entry);
        if (entry == null) {
            faults.add("/externalIdentity", "required", "A sign-in requires an issuer and a subject.");
        }
        faults.throwIfAny();
        return Objects.requireNonNull(identity);
    }

    private static List<String> affiliations(
            CustomerEntry entry, PartsValidator parts, FeatureValidator features, ChannelDefaults defaults) {
        if (entry.affiliations() != null) {
            return parts.affiliations("/affiliations", entry.affiliations(), List.of());
        }
        return features.inheritsAffiliations() ? defaults.affiliations() : List.of();
    }
}
