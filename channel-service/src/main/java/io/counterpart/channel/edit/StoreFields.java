package io.counterpart.channel.edit;

import java.util.List;
import java.util.Set;

import io.counterpart.channel.security.Caller;
import io.counterpart.channel.validation.MergePatch;
import io.counterpart.channel.validation.ProfileEntry;
import io.counterpart.support.problem.FieldError;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/** The fields of a profile that decide about prices, taxes and invoices: a customer cannot change its own. */
final class StoreFields {

    private static final Set<String> FIELDS =
            Set.of("type", "customerGroup", "currencyCode", "vatNumber", "invoiceAccount");

    private StoreFields() {}

    static void refuse(Caller caller, MergePatch<ProfileEntry> patch) {
        if (!caller.isCustomer()) {
            return;
        }
        List<FieldError> errors = patch.fields().stream()
                .filter(FIELDS::contains)
                .sorted()
                .map(field ->
                        new FieldError("/" + field, "set-by-the-store", "Only the store can change " + field + "."))
                .toList();
        if (!errors.isEmpty()) {
            throw new Problem(StandardProblem.FORBIDDEN, errors.get(0).detail(), errors);
        }
    }
}
