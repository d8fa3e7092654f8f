package io.counterpart.hq.master;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.operation.OperationKind;
import io.counterpart.hq.master.OperationResult.Rejected;

/** Applies operations to a customer: each exactly once, in the order of its channel database. */
final class OperationSequence {

    private final MasterCustomer customer;

    OperationSequence(MasterCustomer customer) {
        this.customer = customer;
    }

    static OperationResult create(
            CustomerOperation creation, CreationInfo origin, long version, ReferenceData reference) {
        if (creation.kind() != OperationKind.CREATE_CUSTOMER || creation.operationNumber() > 1) {
            return new OperationResult.TooEarly();
        }
        CustomerContent content = ((OperationBody.CreateCustomer) creation.body()).content();
        try {
            CustomerContentRules.check(content);
            reference.checkGroup(content.profile().customerGroup());
            reference.checkAffiliations(content.affiliations());
            content.attributes().forEach(reference::checkAttribute);
        } catch (OperationRejectedException e) {
            return e.refusal();
        }
        return new OperationResult.Applied(
                new MasterCustomer(
                        creation.asyncCustomerId(),
                        null,
                        version,
                        origin,
                        content,
                        Map.of(creation.channelDatabase(), creation.operationNumber()),
                        creation.channelDatabase(),
                        Map.of(),
                        reference.dimensionsOf(content.profile().customerGroup()),
                        List.of(),
                        false,
                        UnappliedOperations.NONE,
                        null),
                List.of());
    }

    @Nullable Rejected rehearse(CustomerOperation operation, ReferenceData reference) {
        try {
            CustomerContentRules.check(new OperationApplier(customer, operation, reference).content());
            return null;
        } catch (OperationRejectedException e) {
            return e.refusal();
        }
    }

    OperationResult skip(CustomerOperation operation) {
        OperationResult turn = checkOrder(operation);
        return turn == null
                ? new OperationResult.Applied(
                        edited(customer, customer.content(), operation, null, customer.changedAt()), List.of())
                : turn;
    }

    OperationResult apply(CustomerOperation operation, ReferenceData reference) {
        OperationResult turn = checkOrder(operation);
        if (turn != null) {
            return turn;
        }
        if (operation.kind() == OperationKind.CREATE_CUSTOMER) {
            return sentTwice(operation);
        }
        try {
            var edit = new OperationApplier(customer, operation, reference);
            return new OperationResult.Applied(after(operation, edit), edit.overridden());
        } catch (OperationRejectedException e) {
            return e.refusal();
        }
    }

    // A till may send one customer to two channel databases; two tills must not use one ID for different people.
    private OperationResult sentTwice(CustomerOperation creation) {
        return SamePersonPolicy.in(customer.content(), ((OperationBody.CreateCustomer) creation.body()).content())
                ? filled(creation, customer.aliases())
                : new Rejected(
                        "async-customer-id-in-use",
                        "Another customer with different details has this ID. If it is the same person, merge "
                                + "into that customer. If not, create it as a new customer with an ID of its own.");
    }

    OperationResult sameAs(CustomerOperation creation) {
        OperationResult turn = checkOrder(creation);
        return turn == null ? filled(creation, customer.aliases()) : turn;
    }

    OperationResult applyAsNext(CustomerOperation operation, ReferenceData reference) {
        int last = customer.lastOperation(operation);
        MasterCustomer shared =
                edited(customer, customer.content(), operation.withNumber(last), null, customer.changedAt());
        return shared.apply(operation.withNumber(last + 1), reference);
    }

    // Null: the operation is the next one.
    private @Nullable OperationResult checkOrder(CustomerOperation operation) {
        int applied = customer.lastOperation(operation);
        if (operation.operationNumber() <= applied) {
            return new OperationResult.AlreadyApplied();
        }
        return operation.operationNumber() > applied + 1 ? new OperationResult.TooEarly() : null;
    }

    OperationResult link(CustomerOperation creation) {
        var known = new ArrayList<>(customer.aliases());
        known.add(creation.asyncCustomerId());
        return filled(creation, known);
    }

    private OperationResult filled(CustomerOperation creation, List<UUID> known) {
        CustomerContent duplicate = ((OperationBody.CreateCustomer) creation.body()).content();
        CustomerContent filled = DuplicateMerge.merge(customer.content(), duplicate);
        try {
            CustomerContentRules.check(filled);
        } catch (OperationRejectedException e) {
            return e.refusal();
        }
        MasterCustomer linked = customer.withAliases(known);
        return new OperationResult.Applied(
                edited(linked, filled, creation, null, customer.changedAt()),
                SamePersonPolicy.differences(customer.content(), duplicate));
    }

    private MasterCustomer after(CustomerOperation operation, OperationApplier edit) {
        CustomerContent changed = edit.content();
        CustomerContentRules.check(changed);
        boolean ownWork = customer.source(operation).equals(customer.unchangedSince())
                && edit.overridden().isEmpty();
        return edited(customer, changed, operation, ownWork ? customer.unchangedSince() : null, edit.changedAt());
    }

    private static MasterCustomer edited(
            MasterCustomer before,
            CustomerContent changed,
            CustomerOperation operation,
            @Nullable String alone,
            Map<String, Instant> changes) {
        String source = before.source(operation);
        var applied = new HashMap<>(before.appliedOperations());
        applied.put(source, operation.operationNumber());
        return new MasterCustomer(
                before.asyncCustomerId(),
                before.accountNumber(),
                before.version(),
                before.origin(),
                changed,
                applied,
                alone,
                changes,
                before.financialDimensions(),
                before.aliases(),
                before.blocked(),
                before.unapplied().without(source, operation.operationNumber()),
                before.erasedAt());
    }
}
