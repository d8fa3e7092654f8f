package io.counterpart.hq.reference;

import java.util.Map;
import java.util.function.LongSupplier;

import org.springframework.stereotype.Service;

import io.counterpart.contract.Limits;
import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.hq.configuration.ConfigurationPublisher;
import io.counterpart.hq.configuration.ConfigurationService;
import io.counterpart.hq.configuration.NameValidator;
import io.counterpart.support.problem.Problem;

/** Saves customer groups, affiliations and attribute definitions; {@code seen} is the version that the caller read. */
@Service
class ReferenceDataService {

    private final CustomerGroupRepository customerGroups;
    private final AffiliationRepository affiliations;
    private final AttributeRuleRepository attributes;
    private final ConfigurationService configuration;

    ReferenceDataService(
            CustomerGroupRepository customerGroups,
            AffiliationRepository affiliations,
            AttributeRuleRepository attributes,
            ConfigurationService configuration) {
        this.customerGroups = customerGroups;
        this.affiliations = affiliations;
        this.attributes = attributes;
        this.configuration = configuration;
    }

    CustomerGroup saveCustomerGroup(
            String name, String description, Map<String, String> dimensions, LongSupplier seen) {
        NameValidator.checkId("/name", name, Limits.CUSTOMER_GROUP);
        NameValidator.check("/description", description, NameValidator.LONGEST_NAME);
        return configuration.save(
                customerGroups,
                name,
                seen,
                present -> present == null
                        ? new CustomerGroup(name, description, dimensions)
                        : present.change(description, dimensions),
                ConfigurationPublisher::global);
    }

    Affiliation saveAffiliation(String name, String description, LongSupplier seen) {
        NameValidator.checkId("/name", name, Limits.AFFILIATION);
        NameValidator.check("/description", description, NameValidator.LONGEST_NAME);
        return configuration.save(
                affiliations,
                name,
                seen,
                present -> present == null ? new Affiliation(name, description) : present.change(description),
                ConfigurationPublisher::global);
    }

    AttributeRule saveAttribute(AttributeDefinition wanted, LongSupplier seen) {
        NameValidator.checkId("/name", wanted.name(), Limits.ATTRIBUTE_NAME);
        if (wanted.minimum() != null
                && wanted.maximum() != null
                && wanted.minimum().compareTo(wanted.maximum()) > 0) {
            throw Problem.validation("/minimum", "out-of-range", "The minimum must not exceed the maximum");
        }
        return configuration.save(
                attributes,
                wanted.name(),
                seen,
                present -> present == null ? new AttributeRule(wanted) : present.change(wanted),
                ConfigurationPublisher::global);
    }
}
