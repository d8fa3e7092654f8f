package io.counterpart.channel.offline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.customer.CustomerReader;
import io.counterpart.channel.edit.CustomerEditService;
import io.counterpart.channel.edit.OfflineEdit;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.support.problem.DatabaseUnavailable;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/** Applies the changes of an upload one by one, each through the service of online edits and in its own transaction. */
@Service
class OfflineChangeService {

    private static final Logger log = LoggerFactory.getLogger(OfflineChangeService.class);

    private final CustomerEditService editing;
    private final CustomerReader customers;
    private final OfflineChangeMerger merger;
    private final ChangeTimesRepository times;
    private final ReceivedOperationRepository received;
    private final String channelDatabase;

    OfflineChangeService(
            CustomerEditService editing,
            CustomerReader customers,
            OfflineChangeMerger merger,
            ChangeTimesRepository times,
            ReceivedOperationRepository received,
            ChannelProperties properties) {
        this.editing = editing;
        this.customers = customers;
        this.merger = merger;
        this.times = times;
        this.received = received;
        this.channelDatabase = properties.channelDatabase();
    }

    /**
     * Applies changes of one customer in their order: those after one that has to be sent again wait for it.
     *
     * @param refused customers and, from here on, parts whose creation in the same upload was refused
     */
    void apply(List<OfflineChange> changes, Set<UUID> refused, OfflineUpload upload) {
        Map<UUID, Problem> deferred = new HashMap<>();
        for (OfflineChange change : changes) {
            Problem earlier = deferred.get(change.customer());
            Problem problem = earlier == null
                    ? attempt(change, refused, upload)
                    : earlier.type()
                            .because("An earlier operation of this customer has to be applied first. Send both again.");
            if (problem == null) {
                continue;
            }
            upload.record(change.index(), OfflineItemResult.refused(change, problem));
            if (OfflineOutcome.of(problem) == OfflineOutcome.RETRY) {
                deferred.putIfAbsent(change.customer(), problem);
            } else if (change.kind().adds()) {
                refused.add(change.part());
            }
        }
    }

    /** Returns why the change was not applied; null: it was. */
    private @Nullable Problem attempt(OfflineChange change, Set<UUID> refused, OfflineUpload upload) {
        try {
            refuseIfUnfounded(change, refused);
            upload.record(change.index(), applyOnce(change, upload));
            return null;
        } catch (Problem problem) {
            return problem;
        } catch (ConcurrencyFailureException conflict) {
            return ChannelProblem.REQUEST_IN_PROGRESS.because(
                    "The customer is being updated by another request. Try again in a few seconds.");
        } catch (RuntimeException e) {
            if (DatabaseUnavailable.isCauseOf(e)) {
                throw e;
            }
            log.error(
                    "Unexpected exception in an offline operation: {}",
                    e.getClass().getName(),
                    e);
            return StandardProblem.INTERNAL_ERROR.because("An unexpected error occurred. Try again.");
        }
    }

    // Without this, an edit of a part whose addition was refused would look like one of a part that is gone.
    private static void refuseIfUnfounded(OfflineChange change, Set<UUID> refused) {
        if (refused.contains(change.customer())) {
            throw ChannelProblem.CUSTOMER_NOT_FOUND.because(
                    "The creation of this customer was refused. Send this operation again after the corrected creation.");
        }
        if (!change.kind().adds() && refused.contains(change.part())) {
            throw StandardProblem.NOT_FOUND.because("The addition of this address or contact was refused. "
                    + "Send this operation again after the corrected addition.");
        }
    }

    private OfflineItemResult applyOnce(OfflineChange change, OfflineUpload upload) {
        ReceivedOperation known = upload.receivedAs(change);
        if (known != null) {
            return repeat(change, known);
        }
        var attempt = new MergeAttempt(change, upload.channel());
        try {
            CustomerAggregate edited = editing.editOffline(new OfflineEdit(
                    // Another one in another channel database, so that HQ knows both.
                    IdentifierGenerator.ofCreation(change.operationId(), channelDatabase),
                    change.customer(),
                    change.kind().action(),
                    upload.callerOf(change),
                    change.header().occurredAt(),
                    attempt::operation,
                    attempt::store));
            return OfflineItemResult.done(
                    change,
                    change.kind().adds() ? 201 : 200,
                    customers.profileView(edited.customer()),
                    attempt.merge.overridden());
        } catch (OperationIdInUseException stored) {
            return Optional.ofNullable(
                            received.find(List.of(change.operationId())).get(change.operationId()))
                    .map(faster -> repeat(change, faster))
                    .orElseThrow(() -> stored);
        }
    }

    private OfflineItemResult repeat(OfflineChange change, ReceivedOperation known) {
        if (!known.isRepeatedBy(change)) {
            throw new OperationIdInUseException();
        }
        return OfflineItemResult.done(
                change,
                200,
                customers.find(change.customer()).map(customers::profileView).orElse(null),
                known.overridden());
    }

    /** The merge of one change, begun anew with every attempt. */
    private final class MergeAttempt {

        private final OfflineChange change;
        private final String channel;
        private OfflineMerge merge;

        MergeAttempt(OfflineChange change, String channel) {
            this.change = change;
            this.channel = channel;
            this.merge = newMerge(change.customer());
        }

        Optional<OperationBody> operation(CustomerAggregate customer) {
            merge = newMerge(customer.id());
            try {
                return merger.operation(change, channel, customer, merge);
            } catch (Problem problem) {
                throw OfflinePatchReader.inItem(problem, change);
            }
        }

        void store() {
            received.insert(List.of(
                    new ReceivedOperation(change.operationId(), change.customer(), change.hash(), merge.overridden())));
        }

        private OfflineMerge newMerge(UUID customer) {
            return new OfflineMerge(change, () -> times.of(customer));
        }
    }
}
