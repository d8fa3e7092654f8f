package io.counterpart.channel.edit;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.realtime.RealTimeResult;
import io.counterpart.channel.realtime.RealTimeResult.Unreachable;
import io.counterpart.channel.realtime.RealTimeService;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/**
 * Edits through HQ. The operation number is reserved before the call and released only when the outcome at HQ is known:
 * an edit whose response was lost is sent again, unchanged, before any further change of its customer.
 */
@Service
class RealTimeEditService {

    // Longer than any call: a younger edit is still in progress.
    private static final Duration IN_FLIGHT = Duration.ofSeconds(2);

    private final RealTimeService headquarters;
    private final EditStore store;
    private final InDoubtEditRepository unanswered;
    private final EditMetrics metrics;
    private final Clock clock;

    RealTimeEditService(
            RealTimeService headquarters,
            EditStore store,
            InDoubtEditRepository unanswered,
            EditMetrics metrics,
            Clock clock) {
        this.headquarters = headquarters;
        this.store = store;
        this.unanswered = unanswered;
        this.metrics = metrics;
        this.clock = clock;
    }

    CustomerAggregate edit(CustomerAggregate before, CustomerOperation operation, boolean mayStayPending) {
        if (!unanswered.reserve(operation, before, clock.instant())) {
            throw StandardProblem.VERSION_MISMATCH.because(
                    "The customer is being updated by another request. Read it again.");
        }
        return apply(operation, mayStayPending);
    }

    /**
     * Determines the outcome of the customer's edit that HQ did not answer.
     *
     * @return whether there was one: then the version of the customer may have changed
     */
    boolean settle(UUID customer, boolean mayStayPending) {
        Optional<InDoubtEdit> edit = unanswered.find(customer);
        edit.ifPresent(it -> settle(it, mayStayPending));
        return edit.isPresent();
    }

    private void settle(InDoubtEdit edit, boolean mayStayPending) {
        if (edit.askedAt().plus(IN_FLIGHT).isAfter(clock.instant())) {
            throw StandardProblem.VERSION_MISMATCH.because(
                    "An earlier change of this customer is still being processed. Check again in a few " + "seconds.");
        }
        try {
            apply(edit.operation(), mayStayPending);
        } catch (EditRejectedException refusal) {
            // The original caller was told that the edit may not have been applied; now it is certain that it was not.
        }
    }

    private CustomerAggregate apply(CustomerOperation operation, boolean mayStayPending) {
        RealTimeResult<CustomerSnapshot> answer = headquarters.apply(operation);
        return answer.fold(
                snapshot -> {
                    metrics.atHeadquarters(operation.kind());
                    return store.saveApplied(operation, snapshot);
                },
                refused -> {
                    unanswered.remove(operation);
                    throw new EditRejectedException(refused.reason());
                },
                () -> otherwise(operation, mayStayPending, new Unreachable<>("Too early", false)),
                unreachable -> otherwise(operation, mayStayPending, unreachable));
    }

    private CustomerAggregate otherwise(
            CustomerOperation operation, boolean mayStayPending, Unreachable<CustomerSnapshot> unreachable) {
        if (mayStayPending) {
            metrics.fallback(operation.kind());
            return store.saveInDoubt(operation);
        }
        if (unreachable.mayBeDone()) {
            throw ChannelProblem.HEADQUARTERS_UNREACHABLE.because(
                    "Headquarters did not respond in time. Check in a few seconds whether the change was "
                            + "applied.");
        }
        unanswered.remove(operation);
        throw ChannelProblem.HEADQUARTERS_UNREACHABLE.because(
                "Headquarters is unavailable. Nothing was changed. Try again in a few seconds.");
    }

    /** HQ refused an edit. */
    private static final class EditRejectedException extends Problem {

        EditRejectedException(String message) {
            super(ChannelProblem.HEADQUARTERS_REFUSED, message);
        }
    }
}
