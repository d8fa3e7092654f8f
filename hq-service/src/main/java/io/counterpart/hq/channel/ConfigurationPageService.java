package io.counterpart.hq.channel;

import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Service;

import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.hq.problem.ETags;

/**
 * The configuration for the pages: the same acts as over the API, with the same rules. The version is the one that the
 * person read; of something new it is {@link #NEW}.
 */
@Service
public class ConfigurationPageService {

    public static final long NEW = -1;

    private final FunctionalityProfileController profiles;
    private final ChannelController channels;
    private final ChannelDatabaseGroupController groups;
    private final CustomerGroupController customerGroups;
    private final AffiliationController affiliations;
    private final AttributeDefinitionController attributes;

    ConfigurationPageService(
            FunctionalityProfileController profiles,
            ChannelController channels,
            ChannelDatabaseGroupController groups,
            CustomerGroupController customerGroups,
            AffiliationController affiliations,
            AttributeDefinitionController attributes) {
        this.profiles = profiles;
        this.channels = channels;
        this.groups = groups;
        this.customerGroups = customerGroups;
        this.affiliations = affiliations;
        this.attributes = attributes;
    }

    public void profile(FunctionalityProfile wanted, long version) {
        profiles.put(
                wanted.id(),
                ETags.tag(version),
                new FunctionalityProfileController.FunctionalityProfileRequest(
                        wanted.id(),
                        wanted.name(),
                        wanted.createCustomersInAsyncMode(),
                        wanted.createOrdersInAsyncMode()));
    }

    public void channel(String channel, ChannelView wanted, long version) {
        channels.put(channel, ETags.tag(version), wanted);
    }

    public void group(String name, boolean filter, Set<String> databases, long version) {
        groups.put(name, ETags.tag(version), new ChannelDatabaseGroupController.GroupView(name, filter, databases));
    }

    public void customerGroup(String name, String description, Map<String, String> dimensions, long version) {
        customerGroups.put(
                name, ETags.tag(version), new CustomerGroup.CustomerGroupView(name, description, dimensions));
    }

    public void affiliation(String name, String description, long version) {
        affiliations.put(name, ETags.tag(version), new Affiliation.AffiliationView(name, description));
    }

    public void attribute(AttributeDefinition wanted, long version) {
        attributes.put(
                wanted.name(),
                ETags.tag(version),
                new AttributeDefinitionController.AttributeDefinitionRequest(
                        wanted.name(),
                        wanted.type(),
                        wanted.allowedValues(),
                        wanted.minimum(),
                        wanted.maximum(),
                        wanted.unit(),
                        wanted.mandatory()));
    }
}
