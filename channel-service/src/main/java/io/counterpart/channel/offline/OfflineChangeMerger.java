package io.counterpart.channel.offline;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.edit.FieldDiff;
import io.counterpart.channel.validation.CustomerEntry.AddressEntry;
import io.counterpart.channel.validation.CustomerEntry.ContactEntry;
import io.counterpart.channel.validation.EditValidator;
import io.counterpart.channel.validation.MergePatch;
import io.counterpart.channel.validation.ProfileEntry;
import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.edit.FieldNames;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

/** Creates the operation of an offline change from the current state of its customer. */
@Component
class OfflineChangeMerger {

    private final ChannelConfigurationService configurations;
    private final OfflinePatchReader patches;

    OfflineChangeMerger(ChannelConfigurationService configurations, OfflinePatchReader patches) {
        this.configurations = configurations;
        this.patches = patches;
    }

    /** Returns the operation; empty: the customer needs no change. */
    Optional<OperationBody> operation(
            OfflineChange sent, String channel, CustomerAggregate customer, OfflineMerge merge) {
        CustomerContent content = customer.content();
        return switch (sent.kind()) {
            case CREATE_CUSTOMER -> throw new IllegalArgumentException("A creation changes no customer");
            case EDIT_PROFILE -> profile(sent, content.profile(), merge);
            case ADD_ADDRESS -> addAddress(sent, channel, content);
            case EDIT_ADDRESS -> editAddress(sent, content, merge);
            case DEACTIVATE_ADDRESS ->
                find(content.addresses(), Address::id, sent.part())
                        .map(found -> new OperationBody.DeactivateAddress(found.id()));
            case ADD_CONTACT -> addContact(sent, content);
            case EDIT_CONTACT -> editContact(sent, content, merge);
            case DEACTIVATE_CONTACT ->
                find(content.contacts(), Contact::id, sent.part())
                        .map(found -> new OperationBody.DeactivateContact(found.id()));
            case SET_AFFILIATIONS -> affiliations(sent, content.affiliations());
            case SET_ATTRIBUTES -> attributes(sent, content.attributes(), merge);
            case ADD_NOTE -> Optional.of(new OperationBody.AddNote(EditValidator.note("", sent.note())));
        };
    }

    private Optional<OperationBody> profile(OfflineChange sent, CustomerProfile before, OfflineMerge merge) {
        MergePatch<ProfileEntry> patch = patches.read(sent, ProfileEntry.class);
        return merge.merge(
                        "",
                        fields -> FieldDiff.between(
                                before,
                                EditValidator.profile(
                                        before, new MergePatch<>(patch.values(), fields), configurations.global())))
                .map(OperationBody.EditProfile::new);
    }

    private Optional<OperationBody> addAddress(OfflineChange sent, String channel, CustomerContent content) {
        return find(content.addresses(), Address::id, sent.part()).isPresent()
                ? Optional.empty()
                : Optional.of(new OperationBody.AddAddress(EditValidator.newAddress(
                        sent.newAddress(), content, configurations.find(channel), sent.part())));
    }

    private Optional<OperationBody> addContact(OfflineChange sent, CustomerContent content) {
        return find(content.contacts(), Contact::id, sent.part()).isPresent()
                ? Optional.empty()
                : Optional.of(new OperationBody.AddContact(
                        EditValidator.newContact(sent.newContact(), content, sent.part())));
    }

    private Optional<OperationBody> editAddress(OfflineChange sent, CustomerContent content, OfflineMerge merge) {
        MergePatch<AddressEntry> patch = patches.read(sent, AddressEntry.class);
        return editPart(
                find(content.addresses(), Address::id, sent.part()),
                FieldNames.scope(FieldNames.address(sent.part())),
                merge,
                (before, fields) -> EditValidator.address(before, new MergePatch<>(patch.values(), fields)),
                changes -> new OperationBody.EditAddress(sent.part(), changes));
    }

    private Optional<OperationBody> editContact(OfflineChange sent, CustomerContent content, OfflineMerge merge) {
        MergePatch<ContactEntry> patch = patches.read(sent, ContactEntry.class);
        return editPart(
                find(content.contacts(), Contact::id, sent.part()),
                FieldNames.scope(FieldNames.contact(sent.part())),
                merge,
                (before, fields) -> EditValidator.contact(before, new MergePatch<>(patch.values(), fields)),
                changes -> new OperationBody.EditContact(sent.part(), changes));
    }

    private static <P> Optional<OperationBody> editPart(
            Optional<P> part,
            String scope,
            OfflineMerge merge,
            BiFunction<P, Set<String>, P> edit,
            Function<List<FieldChange>, OperationBody> operation) {
        if (part.isEmpty()) {
            merge.discardAll();
            return Optional.empty();
        }
        P before = part.get();
        return merge.merge(scope, fields -> FieldDiff.between(before, edit.apply(before, fields)))
                .map(operation);
    }

    // Each affiliation merges independently: what the till added or removed takes effect, whatever others did.
    private Optional<OperationBody> affiliations(OfflineChange sent, List<String> before) {
        FieldChange change = sent.changes().get(0);
        List<String> seen = names(change.oldValue());
        var known = new LinkedHashSet<>(before);
        known.addAll(seen);
        List<String> wanted =
                EditValidator.affiliations(names(change.newValue()), List.copyOf(known), configurations.global());
        List<String> merged = List.copyOf(new OperationBody.SetAffiliations(seen, wanted).mergedInto(before));
        List<String> after = EditValidator.affiliations(merged, List.copyOf(known), configurations.global());
        return before.equals(after) ? Optional.empty() : Optional.of(new OperationBody.SetAffiliations(before, after));
    }

    // The reader has checked that these are texts.
    private static List<String> names(@Nullable Object value) {
        return value instanceof List<?> names
                ? names.stream().map(String.class::cast).toList()
                : List.of();
    }

    private Optional<OperationBody> attributes(OfflineChange sent, Map<String, Object> before, OfflineMerge merge) {
        return merge.merge(FieldNames.ATTRIBUTE, fields -> {
                    Map<String, @Nullable Object> wanted = new LinkedHashMap<>(before);
                    sent.changes().stream()
                            .filter(change -> fields.contains(change.field()))
                            .forEach(change -> wanted.put(change.field(), change.newValue()));
                    return FieldDiff.between(before, EditValidator.attributes(wanted, before, configurations.global()));
                })
                .map(OperationBody.SetAttributes::new);
    }

    private static <P> Optional<P> find(List<P> parts, Function<P, UUID> id, UUID wanted) {
        return parts.stream().filter(part -> id.apply(part).equals(wanted)).findFirst();
    }
}
