package io.counterpart.channel.customer;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.contract.search.SearchQuery;

/** Finds customers of this channel database, pending ones among them, each once. */
@Service
class CustomerSearch {

    private static final UUID NONE = new UUID(0, 0);

    private final CustomerRepository customers;

    CustomerSearch(CustomerRepository customers) {
        this.customers = customers;
    }

    List<Customer> find(SearchQuery query, Cursor cursor, int count) {
        return customers.search(query.tsquery(), asyncCustomerId(query.typed()), query.typed(), cursor.before(), count);
    }

    private static UUID asyncCustomerId(String typed) {
        try {
            return typed.length() == 36 ? UUID.fromString(typed) : NONE;
        } catch (IllegalArgumentException notAnId) {
            return NONE;
        }
    }
}
