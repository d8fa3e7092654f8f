package io.counterpart.hq.staging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Limits;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.messaging.intake.RejectedRecordException;

/**
 * Parses an operation and rejects one that could not be stored. An operation that violates a business rule is accepted:
 * it is repaired in staging.
 */
@Component
public class OperationReader {

    // The database cannot store every Instant; times in the future are cut later.
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    // An operation waits for all earlier ones: this one would wait for ever.
    private static final int HIGHEST_NUMBER = 1_000_000;

    private final MessageJson json;

    OperationReader(MessageJson json) {
        this.json = json;
    }

    public CustomerOperation read(byte[] value) {
        return checked(json.read(value, CustomerOperation.class), new String(value, StandardCharsets.UTF_8));
    }

    public CustomerOperation read(String value) {
        return checked(json.read(value, CustomerOperation.class), value);
    }

    private static CustomerOperation checked(CustomerOperation operation, String text) {
        refuse(operation.schemaVersion() < 1, "The schema version is missing");
        refuse(operation.schemaVersion() > CustomerOperation.SCHEMA_VERSION, "The schema version is newer than HQ");
        refuse(operation.operationNumber() < 1, "Operation numbers start at 1");
        refuse(operation.operationNumber() > HIGHEST_NUMBER, "No customer has as many operations");
        refuse(
                anyNull(
                        operation.operationId(),
                        operation.asyncCustomerId(),
                        operation.channel(),
                        operation.channelDatabase(),
                        operation.occurredAt(),
                        operation.body()),
                "A mandatory field of the operation is missing");
        refuse(operation.occurredAt().isBefore(EARLIEST), "The time of the operation is too long ago");
        refuse(operation.channel().length() > Limits.CHANNEL, "The name of the channel is too long");
        refuse(
                operation.channelDatabase().length() > Limits.CHANNEL_DATABASE,
                "The name of the channel database is too long");
        refuse(isLonger(operation.device(), Limits.DEVICE), "The name of the device is too long");
        refuse(isLonger(operation.clerk(), Limits.CLERK), "The name of the clerk is too long");
        refuse(incomplete(operation.body()), "The body of the operation is incomplete");
        refuse(hasNul(text), "The character U+0000 cannot be stored");
        return operation;
    }

    private static boolean isLonger(@Nullable String text, int longest) {
        return text != null && text.codePointCount(0, text.length()) > longest;
    }

    private static boolean incomplete(OperationBody body) {
        return switch (body.kind()) {
            case CREATE_CUSTOMER -> incompleteCreation((OperationBody.CreateCustomer) body);
            case EDIT_PROFILE -> incomplete(((OperationBody.EditProfile) body).changes());
            case ADD_ADDRESS -> {
                var address = ((OperationBody.AddAddress) body).address();
                yield address == null || anyNull(address.id(), address.purpose());
            }
            case EDIT_ADDRESS -> {
                var edit = (OperationBody.EditAddress) body;
                yield edit.addressId() == null || incomplete(edit.changes());
            }
            case DEACTIVATE_ADDRESS -> ((OperationBody.DeactivateAddress) body).addressId() == null;
            case ADD_CONTACT -> {
                var contact = ((OperationBody.AddContact) body).contact();
                yield contact == null || anyNull(contact.id(), contact.type(), contact.value());
            }
            case EDIT_CONTACT -> {
                var edit = (OperationBody.EditContact) body;
                yield edit.contactId() == null || incomplete(edit.changes());
            }
            case DEACTIVATE_CONTACT -> ((OperationBody.DeactivateContact) body).contactId() == null;
            case SET_AFFILIATIONS -> {
                var set = (OperationBody.SetAffiliations) body;
                yield anyNullIn(set.oldValue()) || anyNullIn(set.newValue());
            }
            case SET_ATTRIBUTES -> incomplete(((OperationBody.SetAttributes) body).changes());
            case LINK_IDENTITY -> {
                var identity = ((OperationBody.LinkIdentity) body).identity();
                yield identity == null || anyNull(identity.issuer(), identity.subject());
            }
            case CREATE_ORDER -> {
                var order = ((OperationBody.CreateOrder) body).order();
                yield order == null || anyNull(order.id(), order.currencyCode());
            }
            case CANCEL_ORDER -> ((OperationBody.CancelOrder) body).orderId() == null;
            case ADD_NOTE -> ((OperationBody.AddNote) body).text() == null;
        };
    }

    private static boolean incompleteCreation(OperationBody.CreateCustomer creation) {
        var content = creation.content();
        if (content != null) {
            content.attributes().values().forEach(OperationReader::requireSingle);
        }
        return content == null
                || content.profile() == null
                || content.profile().type() == null
                || content.addresses().stream().anyMatch(it -> anyNull(it.id(), it.purpose()))
                || content.contacts().stream().anyMatch(it -> anyNull(it.id(), it.type(), it.value()))
                || (content.externalIdentity() != null
                        && anyNull(
                                content.externalIdentity().issuer(),
                                content.externalIdentity().subject()));
    }

    private static boolean incomplete(@Nullable Collection<FieldChange> changes) {
        if (anyNullIn(changes)) {
            return true;
        }
        changes.forEach(change -> requireSingle(change.newValue()));
        return changes.stream().anyMatch(change -> change.field() == null);
    }

    // A field has one value: its text representation would be stored as a name.
    private static void requireSingle(@Nullable Object value) {
        refuse(value instanceof Map || value instanceof Collection, "A value is an object or a list");
    }

    @org.springframework.lang.Contract("null -> true")
    private static boolean anyNullIn(@Nullable Collection<?> values) {
        return values == null || values.stream().anyMatch(Objects::isNull);
    }

    private static boolean anyNull(@Nullable Object... values) {
        return Stream.of(values).anyMatch(Objects::isNull);
    }

    // The JSON escape sequence: an unescaped backslash, u and four zeros. A raw U+0000 is not valid JSON.
    private static boolean hasNul(String json) {
        int at = json.indexOf("\\u0000");
        while (at >= 0) {
            int backslashes = 0;
            while (at - backslashes - 1 >= 0 && json.charAt(at - backslashes - 1) == '\\') {
                backslashes++;
            }
            if (backslashes % 2 == 0) {
                return true;
            }
            at = json.indexOf("\\u0000", at + 1);
        }
        return false;
    }

    private static void refuse(boolean nonsense, String reason) {
        if (nonsense) {
            throw new RejectedRecordException(reason);
        }
    }
}
