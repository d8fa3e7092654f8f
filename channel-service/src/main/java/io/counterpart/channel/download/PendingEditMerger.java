package io.counterpart.channel.download;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.edit.ContentEditor;
import io.counterpart.contract.edit.FieldMerger;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;

/** Merges edits that HQ has not applied yet into the content from HQ, so that no edit is lost. */
public final class PendingEditMerger {

    private static final FieldMerger FIELDS = new NewValues();

    private PendingEditMerger() {}

    /** Returns the content after these operations, which is the content that HQ will produce too. */
    public static CustomerContent overlay(CustomerContent content, List<CustomerOperation> pending) {
        CustomerContent result = content;
        for (CustomerOperation edit : pending.stream()
                .sorted(Comparator.comparingInt(CustomerOperation::operationNumber))
                .toList()) {
            result = ContentEditor.apply(result, edit.body(), FIELDS);
        }
        return result;
    }

    /** Every changed field takes its new value. Edits name fields as in JSON, so the change is made in JSON. */
    private static final class NewValues implements FieldMerger {

        @Override
        public CustomerProfile profile(CustomerProfile before, List<FieldChange> changes) {
            return changed(before, changes, CustomerProfile.class);
        }

        @Override
        public Address address(Address before, List<FieldChange> changes) {
            return changed(before, changes, Address.class);
        }

        @Override
        public Contact contact(Contact before, List<FieldChange> changes) {
            return changed(before, changes, Contact.class);
        }

        @Override
        public Map<String, Object> attributes(Map<String, Object> before, List<FieldChange> changes) {
            Map<String, Object> result = new LinkedHashMap<>(before);
            changes.forEach(change -> result.put(change.field(), change.newValue()));
            result.values().removeIf(value -> value == null);
            return result;
        }

        private static <T> T changed(T value, List<FieldChange> changes, Class<T> type) {
            Map<String, Object> fields = MessageJson.mapper().convertValue(value, new TypeReference<>() {});
            changes.forEach(change -> fields.put(change.field(), change.newValue()));
            return MessageJson.mapper().convertValue(fields, type);
        }
    }
}
