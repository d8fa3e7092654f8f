package io.counterpart.channel.customer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.Limits;
import io.counterpart.support.web.StrictUuid;

/** Finds the customers of this channel database and creates views of them. */
@Service
public class CustomerReader {

    static final String NOT_FOUND = "No customer of this channel has this account number or ID.";

    static final String ERASED =
            "Headquarters erased the personal data of this customer. Create a new customer with a new ID instead.";

    private static final Pattern ACCOUNT_NUMBER =
            Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S} ]{1,%d}".formatted(Limits.ACCOUNT_NUMBER));

    private final CustomerRepository customers;
    private final CustomerAddressRepository addresses;
    private final CustomerContactRepository contacts;
    private final CustomerNoteRepository notes;
    private final ChannelConfigurationService configurations;

    CustomerReader(
            CustomerRepository customers,
            CustomerAddressRepository addresses,
            CustomerContactRepository contacts,
            CustomerNoteRepository notes,
            ChannelConfigurationService configurations) {
        this.customers = customers;
        this.addresses = addresses;
        this.contacts = contacts;
        this.notes = notes;
        this.configurations = configurations;
    }

    /**
     * Finds a customer by account number or async customer id, or throws a problem; an id that HQ linked to another
     * customer resolves to that customer.
     */
    public Customer get(String id) {
        return find(id).orElseThrow(() -> ChannelProblem.CUSTOMER_NOT_FOUND.because(NOT_FOUND));
    }

    public Customer getUnblocked(String id) {
        Customer customer = get(id);
        if (customer.isBlocked()) {
            throw ChannelProblem.CUSTOMER_BLOCKED.because("The customer is blocked at headquarters.");
        }
        return customer;
    }

    /** Like {@link #getUnblocked}, for an action that requires an account number. */
    public Customer getConverted(String id) {
        Customer customer = getUnblocked(id);
        if (customer.progress().isPending()) {
            throw ChannelProblem.CUSTOMER_PENDING_SYNC.because(
                    "The customer has no account number yet. Try again in a few seconds.");
        }
        return customer;
    }

    public CustomerAggregate getAggregate(String id) {
        return aggregate(get(id));
    }

    /** Throws a problem if the customer was erased. */
    Optional<Customer> find(String id) {
        // A value that cannot be an account number is not looked up: PostgreSQL would reject some of them with an
        // error.
        return StrictUuid.parse(id)
                .map(this::find)
                .orElseGet(() -> ACCOUNT_NUMBER.matcher(id).matches()
                        ? customers.findByAlias(id).map(CustomerReader::present)
                        : Optional.empty());
    }

    /** Throws a problem if the customer was erased: its ID is not free. */
    public Optional<Customer> find(UUID asyncCustomerId) {
        return customers
                .findById(asyncCustomerId)
                .or(() -> customers.findByAlias(asyncCustomerId.toString()))
                .map(CustomerReader::present);
    }

    private static Customer present(Customer customer) {
        if (customer.isErased()) {
            throw ChannelProblem.CUSTOMER_ERASED.because(ERASED);
        }
        return customer;
    }

    /**
     * Finds the stored customers among the ids, erased ones too, with a number of statements that does not depend on the
     * number of ids.
     */
    public Map<UUID, Customer> findAll(Collection<UUID> ids) {
        Map<UUID, Customer> found = new HashMap<>();
        customers.findByAsyncCustomerIdIn(ids).forEach(each -> found.put(each.asyncCustomerId(), each));
        Set<UUID> others = new HashSet<>(ids);
        others.removeAll(found.keySet());
        if (!others.isEmpty()) {
            customers.aliasesAmong(others.stream().map(UUID::toString).toList()).stream()
                    .map(UUID::fromString)
                    .forEach(alias ->
                            customers.findByAlias(alias.toString()).ifPresent(customer -> found.put(alias, customer)));
        }
        return found;
    }

    public Optional<Customer> findByIdentity(ExternalIdentity identity) {
        return customers.findByIdentity(identity.issuer(), identity.subject());
    }

    /** Finds persons with this primary email, at most two: the caller only distinguishes none, one and several. */
    public List<Customer> findByEmail(String email) {
        String term = "'" + email.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("'", "''") + "'";
        return customers.findByEmail(term, email);
    }

    CustomerAggregate aggregate(Customer customer) {
        return new CustomerAggregate(customer, addressesOf(customer), contactsOf(customer));
    }

    /** A view of the profile and the state, without the statements that load the parts. */
    public CustomerView profileView(Customer customer) {
        return view(customer, Set.of());
    }

    /** A view with all parts, which costs two more statements. */
    public CustomerView fullView(Customer customer) {
        return view(customer, CustomerInclude.PARTS);
    }

    public CustomerView fullView(CustomerAggregate customer) {
        return view(customer, CustomerInclude.PARTS);
    }

    CustomerView view(Customer customer, Set<CustomerInclude> includes) {
        var read = new CustomerAggregate(
                customer,
                includes.contains(CustomerInclude.ADDRESSES) ? addressesOf(customer) : List.of(),
                includes.contains(CustomerInclude.CONTACTS) ? contactsOf(customer) : List.of());
        return view(read, includes);
    }

    CustomerView view(CustomerAggregate customer, Set<CustomerInclude> includes) {
        List<CustomerNote> written =
                includes.contains(CustomerInclude.TIMELINE) ? notes.newest(customer.id()) : List.of();
        return CustomerView.of(customer, written, includes, configurations::runs);
    }

    private List<Address> addressesOf(Customer customer) {
        return addresses.of(customer.asyncCustomerId()).stream()
                .map(CustomerAddress::address)
                .toList();
    }

    private List<Contact> contactsOf(Customer customer) {
        return contacts.of(customer.asyncCustomerId()).stream()
                .map(CustomerContact::contact)
                .toList();
    }
}
