package io.counterpart.channel.customer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.contract.Limits;

/** Finds one customer by account number or async customer id, and shows it. */
@Service
class CustomerReader {

    private static final Pattern UUID_FORM = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ACCOUNT_NUMBER =
            Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S} ]{1,%d}".formatted(Limits.ACCOUNT_NUMBER));

    private final CustomerRepository customers;
    private final CustomerAddressRepository addresses;
    private final CustomerContactRepository contacts;
    private final ChannelConfigurationService configurations;

    CustomerReader(
            CustomerRepository customers,
            CustomerAddressRepository addresses,
            CustomerContactRepository contacts,
            ChannelConfigurationService configurations) {
        this.customers = customers;
        this.addresses = addresses;
        this.contacts = contacts;
        this.configurations = configurations;
    }

    /** By account number or async customer id; an async id that HQ linked to another customer leads to that one. */
    Customer get(String id) {
        return find(id).orElseThrow(
                        () -> ChannelProblem.CUSTOMER_NOT_FOUND.because("There is no customer with this number here."));
    }

    Optional<Customer> find(String id) {
        if (UUID_FORM.matcher(id).matches()) {
            UUID asyncCustomerId = UUID.fromString(id);
            return customers.findById(asyncCustomerId).or(() -> customers.findByAlias(asyncCustomerId.toString()));
        }
        // What cannot be a number is not even asked for: PostgreSQL would refuse some of it with an error.
        return ACCOUNT_NUMBER.matcher(id).matches() ? customers.findByAlias(id) : Optional.empty();
    }

    CustomerView view(Customer customer, Set<CustomerInclude> includes) {
        UUID id = customer.asyncCustomerId();
        var whole = new CustomerAggregate(
                customer,
                includes.contains(CustomerInclude.ADDRESSES)
                        ? addresses.of(id).stream()
                                .map(CustomerAddress::address)
                                .toList()
                        : List.of(),
                includes.contains(CustomerInclude.CONTACTS)
                        ? contacts.of(id).stream().map(CustomerContact::contact).toList()
                        : List.of());
        return view(whole, includes);
    }

    CustomerView view(CustomerAggregate whole, Set<CustomerInclude> includes) {
        return CustomerView.of(whole, includes, configurations::runs);
    }
}
