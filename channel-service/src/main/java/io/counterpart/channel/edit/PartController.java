package io.counterpart.channel.edit;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.customer.EditPolicy.EditAction;
import io.counterpart.channel.idempotency.RequestIdentity;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.security.Caller;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.support.problem.StandardProblem;
import io.counterpart.support.web.StrictUuid;

/** Requests about one kind of part of a customer; the ETag is that of the customer, since a part has no version. */
abstract class PartController<P> {

    private final PartKind<P> kind;
    private final CustomerEditService editing;
    private final IdentifierGenerator identifiers;

    PartController(PartKind<P> kind, CustomerEditService editing, IdentifierGenerator identifiers) {
        this.kind = kind;
        this.editing = editing;
        this.identifiers = identifiers;
    }

    /**
     * A kind of part.
     *
     * @param name of one part, for messages
     * @param path of all parts, below the customer
     */
    record PartKind<P>(
            String name,
            String path,
            EditAction addition,
            EditAction edit,
            Function<CustomerAggregate, List<P>> parts,
            Function<P, UUID> id) {}

    final ResponseEntity<P> getPart(String id, String partId) {
        CustomerAggregate customer = editing.get(id);
        return ResponseEntity.ok().eTag(customer.etag()).body(part(customer, partId));
    }

    final ResponseEntity<P> addPart(
            Caller caller,
            String id,
            @Nullable String ifMatch,
            HttpServletRequest request,
            BiFunction<CustomerContent, UUID, OperationBody> addition) {
        // The same id for every attempt of one request, so that a repetition finds the part that an earlier attempt
        // added.
        UUID partId = RequestIdentity.of(request).map(RequestIdentity::id).orElseGet(identifiers::next);
        CustomerAggregate edited = editing.edit(new EditRequest(
                id,
                kind.addition(),
                IfMatchVersion.optional(ifMatch),
                caller,
                partId,
                customer -> find(customer, partId).isPresent()
                        ? Optional.empty()
                        : Optional.of(addition.apply(customer.content(), partId))));
        URI location = URI.create("/api/v1/customers/%s/%s/%s".formatted(edited.id(), kind.path(), partId));
        return ResponseEntity.created(location).eTag(edited.etag()).body(part(edited, partId.toString()));
    }

    final ResponseEntity<P> editPart(
            Caller caller,
            String id,
            String partId,
            @Nullable String ifMatch,
            UnaryOperator<P> change,
            BiFunction<UUID, List<FieldChange>, OperationBody> operation) {
        CustomerAggregate edited = edit(caller, id, ifMatch, customer -> {
            P before = part(customer, partId);
            List<FieldChange> changes = FieldDiff.between(before, change.apply(before));
            return changes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(operation.apply(kind.id().apply(before), changes));
        });
        return ResponseEntity.ok().eTag(edited.etag()).body(part(edited, partId));
    }

    final ResponseEntity<Void> deactivatePart(
            Caller caller,
            String id,
            String partId,
            @Nullable String ifMatch,
            Function<UUID, OperationBody> operation) {
        CustomerAggregate edited = edit(
                caller,
                id,
                ifMatch,
                customer -> Optional.of(operation.apply(kind.id().apply(part(customer, partId)))));
        return ResponseEntity.noContent().eTag(edited.etag()).build();
    }

    private CustomerAggregate edit(
            Caller caller,
            String id,
            @Nullable String ifMatch,
            Function<CustomerAggregate, Optional<OperationBody>> change) {
        return editing.edit(
                new EditRequest(id, kind.edit(), IfMatchVersion.required(ifMatch), caller, identifiers.next(), change));
    }

    /** Ids are opaque to callers: a malformed one is reported as not found. */
    private P part(CustomerAggregate customer, String partId) {
        return StrictUuid.parse(partId)
                .flatMap(parsed -> find(customer, parsed))
                .orElseThrow(() -> StandardProblem.NOT_FOUND.because(
                        "The customer has no %s with this ID.".formatted(kind.name())));
    }

    private Optional<P> find(CustomerAggregate customer, UUID partId) {
        return kind.parts().apply(customer).stream()
                .filter(it -> kind.id().apply(it).equals(partId))
                .findFirst();
    }
}
