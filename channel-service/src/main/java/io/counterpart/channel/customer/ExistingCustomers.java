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

import org.springframework.stereotype.Service;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.contract.ExternalIdentity;

/** The door for other packages to the customers that are here. */
@Service
public class ExistingCustomers {

    private final CustomerRepository customers;
    private final CustomerLookup lookup;

    ExistingCustomers(CustomerRepository customers, CustomerLookup lookup) {
        this.customers = customers;
        this.lookup = lookup;
    }

    /** By account number or async customer id, or a problem. */
    public ExistingCustomer get(String id) {
        return existing(lookup.get(id));
    }

    /** The same for a customer that must have its number and must not be blocked. */
    public ExistingCustomer getConverted(String id) {
        ExistingCustomer customer = getUnblocked(id);
        if (customer.accountNumber() == null) {
            throw ChannelProblem.CUSTOMER_PENDING_SYNC.because(
                    "This customer is still waiting for an account number. Please try again in a moment.");
        }
        return customer;
    }

    public ExistingCustomer getUnblocked(String id) {
        ExistingCustomer customer = get(id);
        if (customer.isBlocked()) {
            throw ChannelProblem.CUSTOMER_BLOCKED.because("Headquarters has blocked this customer.");
        }
        return customer;
    }

    public Optional<ExistingCustomer> find(UUID id) {
        return lookup.find(id.toString()).map(customer -> new ExistingCustomer(id, customer, lookup));
    }

    /** Those of the ids that are here, with a number of statements that does not depend on how many they are. */
    public Map<UUID, ExistingCustomer> findAll(Collection<UUID> ids) {
        Map<UUID, ExistingCustomer> found = new HashMap<>();
        customers.findByAsyncCustomerIdIn(ids).forEach(each -> found.put(each.asyncCustomerId(), existing(each)));
        Set<UUID> others = new HashSet<>(ids);
        others.removeAll(found.keySet());
        if (!others.isEmpty()) {
            // Ids that HQ linked to other customers are rare.
            customers.aliasesAmong(others.stream().map(UUID::toString).toList()).stream()
                    .map(UUID::fromString)
                    .forEach(alias -> find(alias).ifPresent(customer -> found.put(alias, customer)));
        }
        return found;
    }

    public Optional<ExistingCustomer> find(ExternalIdentity identity) {
        return customers.findByIdentity(identity.issuer(), identity.subject()).map(this::existing);
    }

    /** Persons with this primary email, at most two: more would say no more. */
    public List<ExistingCustomer> withEmail(String email) {
        String term = "'" + email.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("'", "''") + "'";
        return customers.findByEmail(term, email).stream().map(this::existing).toList();
    }

    private ExistingCustomer existing(Customer customer) {
        return new ExistingCustomer(customer.asyncCustomerId(), customer, lookup);
    }
}
