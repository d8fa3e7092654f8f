package io.counterpart.channel.storefront;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.security.Caller;
import io.counterpart.channel.signin.SignInService;
import io.counterpart.channel.signin.SignInService.SignInResult;
import io.counterpart.channel.storefront.StorefrontController.SignUpEntry;
import io.counterpart.channel.storefront.StorefrontController.SignedUp;
import io.counterpart.channel.validation.CustomerEntry;
import io.counterpart.channel.validation.CustomerEntry.ContactEntry;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.configuration.Features;
import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.configuration.MandatoryField;

/** Makes a person with a verified email a customer: links the customer with that email, or creates one. */
@Service
class SignUpService {

    private static final String CONSENT_SOURCE = "storefront sign-up";

    private final SignInService signIns;
    private final ChannelConfigurationService configuration;
    private final Clock clock;

    SignUpService(SignInService signIns, ChannelConfigurationService configuration, Clock clock) {
        this.signIns = signIns;
        this.configuration = configuration;
        this.clock = clock;
    }

    SignedUp signUp(Caller storefront, SignedInPerson person, SignUpEntry entry) {
        boolean consents = Boolean.TRUE.equals(entry.marketingConsent()) && offersConsent(storefront);
        List<ContactEntry> contacts = consents ? List.of(consent(person.email(), entry)) : List.of();
        SignInResult result = signIns.signIn(
                storefront, person.identity(), person.emailVerified(), customer(person, entry, contacts));
        return new SignedUp(result.customer().id(), result.isNew());
    }

    /** Whether a new customer can have a contact with its consent: the rule of the channel for creations. */
    boolean offersConsent(Caller storefront) {
        boolean async =
                configuration.usesAsyncMode(storefront.channel(), FunctionalityProfile::createCustomersInAsyncMode);
        return configuration.runs(Features.MULTIPLE_EMAILS_AND_PHONES)
                && (!async || configuration.runs(Features.ENHANCED_ASYNC_CUSTOMER_CREATION));
    }

    /** Whether a new customer needs a primary address: the rule of the channel for creations. */
    boolean needsAddress(Caller storefront) {
        return configuration
                .find(storefront.channel())
                .filter(found -> found.functionalityProfile().requiresPrimaryAddress())
                .isPresent();
    }

    /** The fields that a new customer needs beside name and email, as named in JSON: the rule of the channel for creations. */
    List<String> mandatoryFields(Caller storefront) {
        return configuration
                .find(storefront.channel())
                .map(found -> found.functionalityProfile().requiredFields())
                .orElse(List.of())
                .stream()
                .filter(field -> field != MandatoryField.EMAIL)
                .map(MandatoryField::field)
                .toList();
    }

    private ContactEntry consent(String email, SignUpEntry entry) {
        return new ContactEntry(
                ContactType.EMAIL, email, true, null, clock.instant(), CONSENT_SOURCE, entry.consentText());
    }

    private static CustomerEntry customer(SignedInPerson person, SignUpEntry entry, List<ContactEntry> contacts) {
        return new CustomerEntry(
                CustomerType.PERSON,
                null,
                entry.firstName(),
                null,
                entry.lastName(),
                null,
                person.email(),
                entry.phone(),
                null,
                null,
                null,
                null,
                null,
                entry.mobile(),
                null,
                null,
                null,
                null,
                null,
                entry.address() == null ? null : List.of(entry.address()),
                List.copyOf(contacts),
                null,
                null,
                null);
    }
}
