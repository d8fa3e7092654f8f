package io.counterpart.hq.master;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.edit.FieldNames;
import io.counterpart.contract.snapshot.UnappliedOperation;
import io.counterpart.hq.master.OperationResult.Rejected;

/** Computes the customer that remains when another customer is merged into it. */
public final class CustomerMerge {

    public static final String IDENTITY = "externalIdentity";

    private static final String TYPE = "type";

    private CustomerMerge() {}

    /** The fields with one value each, by the names that times of changes have; addresses and contacts are united. */
    public static Map<String, @Nullable Object> fields(CustomerContent content) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(PartFieldMapper.of(content.profile()));
        fields.remove(TYPE);
        fields.put(IDENTITY, content.externalIdentity());
        content.attributes().forEach((name, value) -> fields.put(FieldNames.ATTRIBUTE + name, value));
        return fields;
    }

    /** The reason that forbids the merged content; null: there is none. */
    public static @Nullable Rejected refusal(MasterCustomer merged) {
        try {
            CustomerContentRules.check(merged.content());
            return null;
        } catch (OperationRejectedException e) {
            return e.refusal();
        }
    }

    /**
     * Returns the survivor with the IDs, addresses, contacts, affiliations and operation numbers of the other customer.
     * An empty field takes the value of the other one.
     *
     * @param taken the fields whose value comes from the merged customer
     */
    public static MasterCustomer merge(MasterCustomer survivor, MasterCustomer merged, Set<String> taken) {
        CustomerContent united = DuplicateMerge.merge(survivor.content(), merged.content());
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(fields(united));
        Map<String, @Nullable Object> others = fields(merged.content());
        taken.forEach(name -> fields.put(name, others.get(name)));
        CustomerContent content = content(united, fields, contacts(united.contacts(), merged.content()));
        var aliases = new ArrayList<>(survivor.aliases());
        aliases.add(merged.asyncCustomerId());
        aliases.addAll(merged.aliases());
        var applied = new HashMap<>(survivor.appliedOperations());
        merged.appliedOperations().forEach((source, number) -> applied.put(underAlias(source, merged), number));
        return with(
                survivor,
                content,
                applied,
                times(survivor, merged, fields(content)),
                aliases,
                unapplied(survivor, merged));
    }

    /** The source of operations of the merged customer, as the survivor counts them. */
    static String underAlias(String source, MasterCustomer merged) {
        return source.contains("/") ? source : source + "/" + merged.asyncCustomerId();
    }

    /** The content with these values of fields and these contacts; everything else is as in {@code parts}. */
    public static CustomerContent content(
            CustomerContent parts, Map<String, @Nullable Object> fields, List<Contact> contacts) {
        Map<String, @Nullable Object> profile = new LinkedHashMap<>(fields);
        profile.put(TYPE, parts.profile().type());
        var attributes = new LinkedHashMap<String, Object>();
        fields.forEach((name, value) -> {
            if (value != null && name.startsWith(FieldNames.ATTRIBUTE)) {
                attributes.put(name.substring(FieldNames.ATTRIBUTE.length()), value);
            }
        });
        return new CustomerContent(
                PartFieldMapper.profile(profile),
                parts.addresses(),
                contacts,
                parts.affiliations(),
                attributes,
                (ExternalIdentity) fields.get(IDENTITY));
    }

    /** The customer with another content; its version does not change. */
    public static MasterCustomer with(
            MasterCustomer customer,
            CustomerContent content,
            Map<String, Integer> applied,
            Map<String, Instant> times,
            List<UUID> aliases,
            UnappliedOperations unapplied) {
        return new MasterCustomer(
                customer.asyncCustomerId(),
                customer.accountNumber(),
                customer.version(),
                customer.origin(),
                content,
                applied,
                null,
                times,
                customer.financialDimensions(),
                List.copyOf(aliases),
                customer.blocked(),
                unapplied,
                customer.erasedAt());
    }

    // Consent that was given to one of the two and refused to the other is refused.
    private static List<Contact> contacts(List<Contact> united, CustomerContent merged) {
        return united.stream()
                .map(one -> merged.contacts().stream()
                        .filter(it -> isSame(one, it) && one.marketingConsent() && !it.marketingConsent())
                        .findFirst()
                        .map(it -> refused(one, it))
                        .orElse(one))
                .toList();
    }

    private static boolean isSame(Contact one, Contact other) {
        return one.type() == other.type() && one.value().equalsIgnoreCase(other.value());
    }

    private static Contact refused(Contact kept, Contact by) {
        return new Contact(
                kept.id(),
                kept.type(),
                kept.value(),
                false,
                kept.primary(),
                by.consentAt(),
                by.consentSource(),
                by.consentText());
    }

    // A value keeps the time at which it was entered: an edit that arrives late wins against it only if it is newer.
    private static Map<String, Instant> times(
            MasterCustomer survivor, MasterCustomer merged, Map<String, @Nullable Object> result) {
        var times = new HashMap<>(merged.changedAt());
        times.keySet().removeIf(result::containsKey);
        times.putAll(survivor.changedAt());
        Map<String, @Nullable Object> before = fields(survivor.content());
        result.forEach((name, value) -> {
            if (!Objects.equals(value, before.get(name))) {
                times.put(
                        name,
                        merged.changedAt().getOrDefault(name, merged.origin().createdAt()));
            }
        });
        return times;
    }

    private static UnappliedOperations unapplied(MasterCustomer survivor, MasterCustomer merged) {
        UnappliedOperations own = survivor.unapplied();
        var all = new ArrayList<>(own.operations());
        merged.unapplied().operations().forEach(it -> all.add(renamed(it, underAlias(it.source(), merged))));
        return new UnappliedOperations(own.notices(), all);
    }

    /** The operation as another customer counts it. */
    public static UnappliedOperation renamed(UnappliedOperation operation, String source) {
        return new UnappliedOperation(
                source, operation.operationNumber(), operation.status(), operation.code(), operation.reason());
    }
}
