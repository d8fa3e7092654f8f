package io.counterpart.channel.edit;

import java.time.Clock;
import java.time.Duration;

import org.springframework.stereotype.Service;

import io.counterpart.channel.customer.CustomerWithParts;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.realtime.RealTimeAnswer;
import io.counterpart.channel.realtime.RealTimeAnswer.Unreachable;
import io.counterpart.channel.realtime.RealTimeService;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.support.problem.StandardProblem;

/**
 * Edits through HQ. The operation number is reserved before HQ is asked and given back only when it is known what HQ did:
 * an edit whose answer was lost is asked for again, the same one, before its customer is changed any further.
 */
@Service
class RealTimeEditing {

    // Longer than any call: what is younger is being worked on by somebody.
    private static final Duration IN_FLIGHT = Duration.ofSeconds(2);

    private final RealTimeService headquarters;
    private final EditKeeping keeping;
    private final UnansweredEditRepository unanswered;
    private final EditMetrics metrics;
    private final Clock clock;

    RealTimeEditing(
            RealTimeService headquarters,
            EditKeeping keeping,
            UnansweredEditRepository unanswered,
            EditMetrics metrics,
            Clock clock) {
        this.headquarters = headquarters;
        this.keeping = keeping;
        this.unanswered = unanswered;
        this.metrics = metrics;
        this.clock = clock;
    }

    CustomerWithParts edit(CustomerWithParts before, CustomerOperation operation, boolean mayStayPending) {
        if (!unanswered.reserve(operation, before, clock.instant())) {
            throw StandardProblem.VERSION_MISMATCH.because(
                    "Somebody else changes this customer right now. Please look at it again.");
        }
        return ask(operation, mayStayPending);
    }

    /** Finds out what became of an edit that was not answered; afterwards the customer may have another version. */
    void settle(UnansweredEdit edit, boolean mayStayPending) {
        if (edit.askedAt().plus(IN_FLIGHT).isAfter(clock.instant())) {
            throw StandardProblem.VERSION_MISMATCH.because(
                    "An earlier change of this customer is still on its way. Please look again in a few seconds.");
        }
        try {
            ask(edit.operation(), mayStayPending);
        } catch (Refusal refusal) {
            // Whoever asked for it heard that it may not have been made; now it is known that it was not.
        }
    }

    private CustomerWithParts ask(CustomerOperation operation, boolean mayStayPending) {
        RealTimeAnswer<CustomerSnapshot> answer = headquarters.apply(operation);
        return answer.fold(
                snapshot -> {
                    metrics.atHeadquarters(operation.kind());
                    return keeping.keepApplied(operation);
                },
                refused -> {
                    unanswered.remove(operation);
                    throw new Refusal(refused.words());
                },
                () -> otherwise(operation, mayStayPending, new Unreachable<>("Too early", false)),
                unreachable -> otherwise(operation, mayStayPending, unreachable));
    }

    private CustomerWithParts otherwise(
            CustomerOperation operation, boolean mayStayPending, Unreachable<CustomerSnapshot> unreachable) {
        if (mayStayPending) {
            metrics.fallback(operation.kind());
            return keeping.keepUnanswered(operation);
        }
        if (unreachable.mayBeDone()) {
            throw ChannelProblem.HEADQUARTERS_UNREACHABLE.because(
                    "Headquarters did not answer in time. Please look in a moment whether the change was made.");
        }
        unanswered.remove(operation);
        throw ChannelProblem.HEADQUARTERS_UNREACHABLE.because(
                "Headquarters cannot be reached, and nothing was changed. Please try again in a moment.");
    }
}
