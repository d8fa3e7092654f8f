package io.counterpart.channel.offline;

import java.util.UUID;
import java.util.function.Supplier;

import io.counterpart.channel.customer.Customer;
import io.counterpart.channel.customer.NewCustomer;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.support.problem.Problem;

/** Distinguishes a repeated customer from another one under the same id. */
final class ReplayCheck {

    private ReplayCheck() {}

    /**
     * Throws a problem unless the stored customer is the one that was sent. Later edits do not matter: the original
     * entries are compared. A customer without an entry hash is compared by its profile; a customer that HQ linked is
     * accepted by the link.
     */
    static void refuseUnlessSame(UUID id, Customer existing, String entryHash, Supplier<NewCustomer> sent) {
        if (existing.isErased()) {
            throw ChannelProblem.CUSTOMER_ERASED.because(
                    "Headquarters erased this customer. Delete the entry, or send it with a new ID if it is new.");
        }
        String known = existing.entryHash();
        boolean same = !existing.asyncCustomerId().equals(id)
                || (known == null
                        ? existing.profile().equals(sent.get().content().profile())
                        : known.equals(entryHash));
        if (!same) {
            throw idInUse();
        }
    }

    static Problem idInUse() {
        return ChannelProblem.ASYNC_CUSTOMER_ID_IN_USE.because("Another customer has this ID.");
    }
}
