package io.counterpart.channel.validation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.validation.CustomerEntry.ContactEntry;
import io.counterpart.channel.validation.CustomerEntry.IdentityEntry;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.Limits;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.support.problem.FieldErrors;

/** Validates the contacts, the affiliations and the external identity of an entry and creates them. */
final class PartsValidator {

    private final FieldErrors faults;
    private final TextNormalizer texts;
    private final @Nullable GlobalConfiguration global;

    PartsValidator(FieldErrors faults, @Nullable GlobalConfiguration global) {
        this.faults = faults;
        this.texts = new TextNormalizer(faults);
        this.global = global;
    }

    List<Contact> contacts(@Nullable List<@Nullable ContactEntry> entries, Supplier<UUID> ids) {
        if (entries == null || entries.isEmpty()) {
            return List.of();
        }
        if (entries.size() > Limits.CONTACTS) {
            faults.add("/contacts", "too-many", "Too many contacts (limit %d).".formatted(Limits.CONTACTS));
            return List.of();
        }
        var contacts = new ArrayList<Contact>(entries.size());
        var check = new ContactValidator(faults);
        for (int i = 0; i < entries.size(); i++) {
            contacts.add(check.check("/contacts/" + i, entries.get(i), ids.get()));
        }
        refuseManyPrimary(contacts);
        return contacts;
    }

    private static void refuseManyPrimary(List<Contact> contacts) {
        Set<ContactType> seen = EnumSet.noneOf(ContactType.class);
        for (Contact contact : contacts) {
            if (contact.primary() && !seen.add(contact.type())) {
                throw ChannelProblem.MULTIPLE_PRIMARY_CONTACTS.because("Only one email and one phone can be primary.");
            }
        }
    }

    /**
     * @param at pointer to the list
     * @param had existing affiliations of the customer: they need not exist in the configuration
     */
    List<String> affiliations(String at, List<@Nullable String> entries, List<String> had) {
        if (entries.size() > Limits.AFFILIATIONS) {
            faults.add(at, "too-many", "Too many affiliations (limit %d).".formatted(Limits.AFFILIATIONS));
            return List.of();
        }
        Set<String> known = knownAffiliations();
        var affiliations = new LinkedHashSet<String>();
        for (int i = 0; i < entries.size(); i++) {
            String name = texts.text(at + "/" + i, entries.get(i), Limits.AFFILIATION);
            if (name == null || (global != null && !known.contains(name) && !had.contains(name))) {
                faults.add(at + "/" + i, "unknown-value", "The affiliation does not exist.");
            } else {
                affiliations.add(name);
            }
        }
        return List.copyOf(affiliations);
    }

    private Set<String> knownAffiliations() {
        return global == null
                ? Set.of()
                : global.affiliations().stream()
                        .map(GlobalConfiguration.Affiliation::name)
                        .collect(Collectors.toSet());
    }

    @Nullable ExternalIdentity identity(@Nullable IdentityEntry entry) {
        if (entry == null) {
            return null;
        }
        String issuer = texts.text("/externalIdentity/issuer", entry.issuer(), Limits.IDENTITY_ISSUER);
        String subject = texts.text("/externalIdentity/subject", entry.subject(), Limits.IDENTITY_SUBJECT);
        if (issuer == null || subject == null) {
            String missing = issuer == null ? "issuer" : "subject";
            faults.add("/externalIdentity/" + missing, "required", "A sign-in requires an issuer and a subject.");
            return null;
        }
        return new ExternalIdentity(issuer, subject);
    }
}
