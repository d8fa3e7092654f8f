package io.counterpart.hq.recovery;

import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerProfile;

/** Merges two states of a profile: each field has the value that was entered last. */
record ProfileMerge(CustomerProfile mine, CustomerProfile theirs, Predicate<String> isLaterInTheirs) {

    static CustomerProfile of(CustomerProfile mine, CustomerProfile theirs, Predicate<String> isLaterInTheirs) {
        var merge = new ProfileMerge(mine, theirs, isLaterInTheirs);
        return new CustomerProfile(
                mine.type(),
                merge.later("title", CustomerProfile::title),
                merge.later("firstName", CustomerProfile::firstName),
                merge.later("middleName", CustomerProfile::middleName),
                merge.later("lastName", CustomerProfile::lastName),
                merge.later("organizationName", CustomerProfile::organizationName),
                merge.later("email", CustomerProfile::email),
                merge.later("phone", CustomerProfile::phone),
                merge.later("language", CustomerProfile::language),
                merge.later("currencyCode", CustomerProfile::currencyCode),
                merge.later("customerGroup", CustomerProfile::customerGroup),
                merge.later("receiptOption", CustomerProfile::receiptOption),
                merge.later("receiptEmail", CustomerProfile::receiptEmail),
                merge.later("mobile", CustomerProfile::mobile),
                merge.later("url", CustomerProfile::url),
                merge.later("vatNumber", CustomerProfile::vatNumber),
                merge.later("invoiceAccount", CustomerProfile::invoiceAccount),
                merge.later("optOutPersonalization", CustomerProfile::optOutPersonalization),
                merge.later("optOutWebActivityTracking", CustomerProfile::optOutWebActivityTracking));
    }

    private <T> @Nullable T later(String field, Function<CustomerProfile, @Nullable T> value) {
        return value.apply(isLaterInTheirs.test(field) ? theirs : mine);
    }
}
