package io.counterpart.endtoend;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.counterpart.stack.client.DemoTokens;

/** A clerk at a till who creates customers and edits them, and remembers what the till showed. */
final class WorkingTill implements AutoCloseable {

    private final TillPage till;
    private final String lastName;
    private final Map<UUID, String> phones = new LinkedHashMap<>();
    private final Map<UUID, String> firstNames = new LinkedHashMap<>();
    private int edits;

    WorkingTill(URI channel, String lastName) {
        this.till = new TillPage(channel).open(DemoTokens.POS_HARBOR);
        this.lastName = lastName;
        till.installed();
    }

    /** Creates a customer and edits it, and then an earlier one. */
    void work() {
        String firstName = "Customer" + phones.size();
        UUID customer = till.create(firstName, lastName);
        phones.put(customer, "-");
        firstNames.put(customer, firstName);
        edit(customer);
        edit(List.copyOf(phones.keySet()).get(edits * 7 % phones.size()));
    }

    private void edit(UUID customer) {
        till.show(customer, firstNames.get(customer) + " " + lastName);
        String phone = "+1 555 %04d".formatted(++edits);
        till.changePhone(phone);
        phones.put(customer, phone);
    }

    /** Closes the page, whatever it is doing, and opens the till again. */
    void reopen() {
        till.reopen();
    }

    /** What was shown as created, with the phone number that was shown last. */
    Map<UUID, String> phones() {
        return phones;
    }

    String lastName() {
        return lastName;
    }

    int waiting() {
        return till.waiting();
    }

    @Override
    public void close() {
        till.close();
    }
}
