package io.counterpart.channel.offline;

import java.util.UUID;
import java.util.function.Supplier;

import io.counterpart.channel.customer.Customer;
import io.counterpart.channel.customer.NewCustomer;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.support.problem.Problem;

/** Tells a customer that comes again from another one under the same id. */
final class ReplayCheck {

    private ReplayCheck() {}

    /**
     * A problem unless the customer that is here is the one that was sent. Edits since do not matter: what was entered at
     * first is compared. A customer that came from elsewhere is known by its profile, one that HQ linked by the link.
     */
    static void refuseUnlessSame(UUID id, Customer existing, String entryHash, Supplier<NewCustomer> sent) {
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
