package io.counterpart.channel.validation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.Limits;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.contract.configuration.MandatoryField;
import io.counterpart.support.problem.FieldErrors;

import static io.counterpart.channel.validation.TextNormalizer.or;

/** Validates the profile of an entry and creates it. */
final class ProfileValidator {

    private final FieldErrors faults;
    private final TextNormalizer texts;
    private final ChannelDefaults defaults;
    private final @Nullable GlobalConfiguration global;

    ProfileValidator(FieldErrors faults, ChannelDefaults defaults, @Nullable GlobalConfiguration global) {
        this.faults = faults;
        this.texts = new TextNormalizer(faults);
        this.defaults = defaults;
        this.global = global;
    }

    CustomerProfile check(CustomerEntry entry) {
        CustomerType type = entry.type() == null ? defaults.type() : entry.type();
        var profile = new CustomerProfile(
                type,
                texts.text("/title", entry.title(), Limits.TITLE),
                texts.text("/firstName", entry.firstName(), Limits.PERSON_NAME_PART),
                texts.text("/middleName", entry.middleName(), Limits.PERSON_NAME_PART),
                texts.text("/lastName", entry.lastName(), Limits.PERSON_NAME_PART),
                texts.text("/organizationName", entry.organizationName(), Limits.ORGANIZATION_NAME),
                texts.email("/email", entry.email()),
                texts.phone("/phone", entry.phone()),
                or(texts.language("/language", entry.language()), defaults.language()),
                or(texts.currency("/currencyCode", entry.currencyCode()), defaults.currencyCode()),
                or(texts.group("/customerGroup", entry.customerGroup(), global), defaults.customerGroup()),
                entry.receiptOption() == null ? defaults.receiptOption() : entry.receiptOption(),
                texts.email("/receiptEmail", entry.receiptEmail()),
                texts.phone("/mobile", entry.mobile()),
                texts.url("/url", entry.url()),
                texts.vatNumber("/vatNumber", entry.vatNumber()),
                texts.text("/invoiceAccount", entry.invoiceAccount(), Limits.ACCOUNT_NUMBER),
                entry.optOutPersonalization(),
                entry.optOutWebActivityTracking());
        checkName(faults, profile);
        return profile;
    }

    // With the defaults of the channel, as the customer will be stored.
    static void requireFields(List<MandatoryField> fields, CustomerProfile profile, FieldErrors faults) {
        fields.stream()
                .filter(it -> it.isMissing(profile))
                .forEach(it -> faults.add(
                        "/" + it.field(),
                        "required",
                        "This channel requires %s of new customers.".formatted(it.field())));
    }

    static void checkName(FieldErrors faults, CustomerProfile profile) {
        if (profile.type() == CustomerType.ORGANIZATION && profile.organizationName() == null) {
            faults.add("/organizationName", "required", "An organization requires a name.");
        }
        if (profile.type() == CustomerType.PERSON && profile.firstName() == null && profile.lastName() == null) {
            faults.add("/lastName", "required", "A person requires a first or last name.");
        }
    }
}
