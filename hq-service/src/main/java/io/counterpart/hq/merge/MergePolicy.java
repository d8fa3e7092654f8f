package io.counterpart.hq.merge;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.master.CustomerMerge;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.support.problem.Problem;

/** Which customers can be merged. */
@Component
class MergePolicy {

    private final MergeRepository repository;

    MergePolicy(MergeRepository repository) {
        this.repository = repository;
    }

    /**
     * Throws a problem if the two cannot be merged.
     *
     * @param mergedId by which the caller named the merged customer
     */
    void check(CustomerSnapshot survivor, CustomerSnapshot merged, String mergedId) {
        if (survivor.asyncCustomerId().equals(merged.asyncCustomerId())) {
            boolean itself = mergedId.equals(survivor.accountNumber())
                    || mergedId.equalsIgnoreCase(survivor.asyncCustomerId().toString());
            throw refused(
                    itself
                            ? "A customer can’t be merged with itself."
                            : "Customer %s is already merged into %s.".formatted(mergedId, survivor.accountNumber()));
        }
        usable(survivor);
        usable(merged);
        if (survivor.content().profile().type() != merged.content().profile().type()) {
            throw refused("A person and an organization can’t be merged.");
        }
        repository.channelWithDefault(String.valueOf(merged.accountNumber())).ifPresent(channel -> {
            throw refused(
                    "Customer %s is the default customer of channel %s. Keep it, or choose another default customer."
                            .formatted(merged.accountNumber(), channel));
        });
    }

    /** Throws a problem if the content of the result is not allowed. */
    void checkResult(MasterCustomer result) {
        var refusal = CustomerMerge.refusal(result);
        if (refusal != null) {
            throw refused(refusal.message());
        }
    }

    /** The fields that the merged customer gives. */
    Set<String> taken(CustomerSnapshot survivor, CustomerSnapshot merged, @Nullable Map<String, FieldSource> chosen) {
        Set<String> known =
                new LinkedHashSet<>(CustomerMerge.fields(survivor.content()).keySet());
        known.addAll(CustomerMerge.fields(merged.content()).keySet());
        var taken = new LinkedHashSet<String>();
        if (chosen != null) {
            chosen.forEach((field, source) -> {
                if (!known.contains(field) || source == null) {
                    throw Problem.validation("/fields", "unknown-field", "Neither customer has this field.");
                }
                if (source == FieldSource.MERGED) {
                    taken.add(field);
                }
            });
        }
        return taken;
    }

    static Problem refused(String reason) {
        return HqProblem.CUSTOMERS_NOT_MERGEABLE.because(reason);
    }

    private static void usable(CustomerSnapshot customer) {
        if (customer.accountNumber() == null) {
            throw HqProblem.CUSTOMER_PENDING_SYNC.because(
                    "Customer %s is not converted yet.".formatted(customer.asyncCustomerId()));
        }
        if (customer.isErased()) {
            throw HqProblem.CUSTOMER_ERASED.because("Customer %s was erased.".formatted(customer.accountNumber()));
        }
        if (customer.blocked()) {
            throw HqProblem.CUSTOMER_BLOCKED.because(
                    "Customer %s is blocked. Unblock it before the merge.".formatted(customer.accountNumber()));
        }
    }
}
