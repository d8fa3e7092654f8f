package io.counterpart.channel.validation;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.Limits;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.support.problem.FieldErrors;

/** Applies a patch to a profile; only the fields in the patch are validated, since the others were accepted before. */
final class ProfilePatchApplier {

    private final FieldErrors faults;
    private final TextNormalizer texts;
    private final @Nullable GlobalConfiguration global;
    private final CustomerProfile before;
    private final MergePatch<ProfileEntry> patch;

    ProfilePatchApplier(
            FieldErrors faults,
            @Nullable GlobalConfiguration global,
            CustomerProfile before,
            MergePatch<ProfileEntry> patch) {
        this.faults = faults;
        this.texts = new TextNormalizer(faults);
        this.global = global;
        this.before = before;
        this.patch = patch;
    }

    CustomerProfile edited() {
        ProfileEntry now = patch.values();
        var edited = new CustomerProfile(
                type(),
                text("title", before.title(), now.title(), Limits.TITLE),
                text("firstName", before.firstName(), now.firstName(), Limits.PERSON_NAME_PART),
                text("middleName", before.middleName(), now.middleName(), Limits.PERSON_NAME_PART),
                text("lastName", before.lastName(), now.lastName(), Limits.PERSON_NAME_PART),
                text("organizationName", before.organizationName(), now.organizationName(), Limits.ORGANIZATION_NAME),
                merged("email", before.email(), it -> texts.email("/email", it.email())),
                merged("phone", before.phone(), it -> texts.phone("/phone", it.phone())),
                merged("language", before.language(), it -> texts.language("/language", it.language())),
                merged("currencyCode", before.currencyCode(), it -> texts.currency("/currencyCode", it.currencyCode())),
                merged(
                        "customerGroup",
                        before.customerGroup(),
                        it -> texts.group("/customerGroup", it.customerGroup(), global)),
                patch.merged("receiptOption", before.receiptOption(), ProfileEntry::receiptOption),
                merged("receiptEmail", before.receiptEmail(), it -> texts.email("/receiptEmail", it.receiptEmail())),
                merged("mobile", before.mobile(), it -> texts.phone("/mobile", it.mobile())),
                merged("url", before.url(), it -> texts.url("/url", it.url())),
                merged("vatNumber", before.vatNumber(), it -> texts.vatNumber("/vatNumber", it.vatNumber())),
                text("invoiceAccount", before.invoiceAccount(), now.invoiceAccount(), Limits.ACCOUNT_NUMBER),
                patch.merged(
                        "optOutPersonalization", before.optOutPersonalization(), ProfileEntry::optOutPersonalization),
                patch.merged(
                        "optOutWebActivityTracking",
                        before.optOutWebActivityTracking(),
                        ProfileEntry::optOutWebActivityTracking));
        ProfileValidator.checkName(faults, edited);
        return edited;
    }

    private CustomerType type() {
        CustomerType type = patch.merged("type", before.type(), ProfileEntry::type);
        if (type == null) {
            faults.add("/type", "required", "The customer type must be PERSON or ORGANIZATION.");
            return before.type();
        }
        return type;
    }

    private @Nullable String text(String field, @Nullable String was, @Nullable String now, int longest) {
        return merged(field, was, values -> texts.text("/" + field, now, longest));
    }

    private @Nullable String merged(
            String field, @Nullable String was, Function<ProfileEntry, @Nullable String> checked) {
        return patch.merged(field, was, checked);
    }
}
