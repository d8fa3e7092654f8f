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
public class CustomerQueryService {

    private final CustomerRepository customers;
    private final CustomerReader lookup;

    CustomerQueryService(CustomerRepository customers, CustomerReader lookup) {
        this.customers = customers;
        this.lookup = lookup;
    }

    /** By account number or async customer id, or a problem. */
    public CustomerDetails get(String id) {
        return existing(lookup.get(id));
    }

    /** The same for a customer that must have its number and must not be blocked. */
    public CustomerDetails getConverted(String id) {
        CustomerDetails customer = getUnblocked(id);
        if (customer.accountNumber() == null) {
            throw ChannelProblem.CUSTOMER_PENDING_SYNC.because(
                    "This customer is still waiting for an account number. Please try again in a moment.");
        }
        return customer;
    }

    public CustomerDetails getUnblocked(String id) {
        CustomerDetails customer = get(id);
        if (customer.isBlocked()) {
            throw ChannelProblem.CUSTOMER_BLOCKED.because("Headquarters has blocked this customer.");
        }
        return customer;
    }

    public Optional<CustomerDetails> find(UUID id) {
        return lookup.find(id.toString()).map(customer -> new CustomerDetails(id, customer, lookup));
    }

    /** Those of the ids that are here, with a number of statements that does not depend on how many they are. */
    public Map<UUID, CustomerDetails> findAll(Collection<UUID> ids) {
        Map<UUID, CustomerDetails> found = new HashMap<>();
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

    public Optional<CustomerDetails> find(ExternalIdentity identity) {
        return customers.findByIdentity(identity.issuer(), identity.subject()).map(this::existing);
    }

    /** Persons with this primary email, at most two: more would say no more. */
    public List<CustomerDetails> withEmail(String email) {
        String term = "'" + email.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("'", "''") + "'";
        return customers.findByEmail(term, email).stream().map(this::existing).toList();
    }

    private CustomerDetails existing(Customer customer) {
        return new CustomerDetails(customer.asyncCustomerId(), customer, lookup);
    }
}
