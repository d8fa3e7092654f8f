package io.counterpart.channel.signin;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.customer.Customer;
import io.counterpart.channel.customer.CustomerAggregate;
import io.counterpart.channel.customer.CustomerReader;
import io.counterpart.channel.customer.CustomerRegistrationService;
import io.counterpart.channel.customer.CustomerView;
import io.counterpart.channel.customer.NewCustomer;
import io.counterpart.channel.edit.CustomerEditService;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.security.Caller;
import io.counterpart.channel.validation.CustomerEntry;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.support.problem.Problem;

/** Finds, links or creates the customer of an external identity; concurrent requests result in one customer. */
@Service
public class SignInService {

    private final CustomerReader customers;
    private final CustomerEditService edits;
    private final CustomerRegistrationService registration;
    private final IdentifierGenerator identifiers;
    private final SignUpClaimService claims;
    private final String channelDatabase;

    SignInService(
            CustomerReader customers,
            CustomerEditService edits,
            CustomerRegistrationService registration,
            IdentifierGenerator identifiers,
            SignUpClaimService claims,
            ChannelProperties properties) {
        this.customers = customers;
        this.edits = edits;
        this.registration = registration;
        this.identifiers = identifiers;
        this.claims = claims;
        this.channelDatabase = properties.channelDatabase();
    }

    public SignInResult signIn(
            Caller caller, ExternalIdentity identity, boolean emailVerified, @Nullable CustomerEntry entry) {
        return find(identity).orElseGet(() -> {
            if (entry == null) {
                throw ChannelProblem.CUSTOMER_NOT_FOUND.because("No customer has this sign-in.");
            }
            String email = emailOf(entry);
            // A person can type the email of another one: without a verification it identifies no customer.
            return emailVerified && !email.isEmpty()
                    ? claims.run(email, () -> linkOrCreate(caller, identity, email, entry))
                    : create(caller, identity, entry);
        });
    }

    /** The customer that has this sign-in. */
    public Optional<UUID> customerOf(ExternalIdentity identity) {
        return customers.findByIdentity(identity).map(Customer::asyncCustomerId);
    }

    private SignInResult linkOrCreate(Caller caller, ExternalIdentity identity, String email, CustomerEntry entry) {
        return candidate(email)
                .map(only -> link(only, caller, identity))
                .orElseGet(() -> create(caller, identity, entry));
    }

    private Optional<SignInResult> find(ExternalIdentity identity) {
        return customers.findByIdentity(identity).map(known -> new SignInResult(customers.fullView(known), false));
    }

    /** Empty: none, or an invalid one, which is left to the validation of the creation to report. */
    private static String emailOf(CustomerEntry entry) {
        String email = Objects.requireNonNullElse(entry.email(), "").strip();
        return email.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c)) ? "" : email;
    }

    private Optional<Customer> candidate(String email) {
        List<Customer> found = customers.findByEmail(email);
        if (found.size() > 1) {
            throw ChannelProblem.MULTIPLE_CUSTOMERS_WITH_EMAIL.because(
                    "More than one customer has this email. The store must merge them first.");
        }
        return found.stream().findFirst();
    }

    private SignInResult link(Customer customer, Caller caller, ExternalIdentity identity) {
        if (customer.isBlocked()) {
            throw ChannelProblem.CUSTOMER_BLOCKED.because("The customer is blocked at headquarters.");
        }
        try {
            edits.addOperation(
                    identifiers.next(),
                    customer.asyncCustomerId().toString(),
                    caller,
                    current -> linkTo(current, identity),
                    operation -> {});
        } catch (DataIntegrityViolationException anotherWasFaster) {
            // The other request linked or created another customer, which is found now.
        }
        return find(identity)
                .orElseThrow(() -> ChannelProblem.DUPLICATE_EXTERNAL_IDENTITY.because(
                        "The customer with this email already has a different sign-in."));
    }

    private static Optional<OperationBody> linkTo(CustomerAggregate customer, ExternalIdentity identity) {
        return customer.content().externalIdentity() == null
                ? Optional.of(new OperationBody.LinkIdentity(identity))
                : Optional.empty();
    }

    private SignInResult create(Caller caller, ExternalIdentity identity, CustomerEntry entry) {
        try {
            UUID id = IdentifierGenerator.ofSignUp(identity, channelDatabase);
            return new SignInResult(register(id, caller, identity, entry), true);
        } catch (Problem problem) {
            // The ID is derived from the sign-in: an erased customer that returns is a new one.
            if (problem.type() != ChannelProblem.DUPLICATE_EXTERNAL_IDENTITY
                    && problem.type() != ChannelProblem.CUSTOMER_ERASED
                    && problem.type() != ChannelProblem.ASYNC_CUSTOMER_ID_IN_USE) {
                throw problem;
            }
            Optional<SignInResult> faster = find(identity);
            if (faster.isPresent()) {
                return faster.get();
            }
            if (problem.type() == ChannelProblem.DUPLICATE_EXTERNAL_IDENTITY) {
                throw problem;
            }
            // HQ assigned the sign-in of an earlier customer to another one and removed it again.
            return new SignInResult(register(identifiers.next(), caller, identity, entry), true);
        }
    }

    private CustomerView register(UUID id, Caller caller, ExternalIdentity identity, CustomerEntry entry) {
        try {
            NewCustomer checked = registration.check(id, caller, entry);
            return registration.register(checked.signingInAs(identity));
        } catch (Problem problem) {
            throw problem.under("/customer");
        }
    }

    /** A customer, and whether this sign-in created it. */
    public record SignInResult(CustomerView customer, boolean isNew) {}
}
