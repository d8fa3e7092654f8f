package io.counterpart.channel.customer;

import java.util.List;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;

/** A customer and what belongs to it. */
record CustomerWithParts(Customer customer, List<Address> addresses, List<Contact> contacts) {}
