package io.counterpart.hq.master;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.messaging.bulk.BulkCopy;
import io.counterpart.messaging.bulk.CopyRows;

/** Writes addresses, contacts and aliases of many customers: COPY for new rows, one statement per kind of change. */
@Repository
class CustomerPartRepository {

    private static final String CLOSE = """
            update customer_address set valid_to = greatest(valid_from, :at::timestamptz)
            from unnest(:customers::uuid[], :addresses::uuid[]) as closed (async_customer_id, address_id)
            where customer_address.async_customer_id = closed.async_customer_id
              and customer_address.address_id = closed.address_id
              and valid_to = 'infinity'
            """;

    private static final String DELETE = """
            delete from customer_contact
            using unnest(:customers::uuid[], :contacts::uuid[]) as gone (async_customer_id, contact_id)
            where customer_contact.async_customer_id = gone.async_customer_id
              and customer_contact.contact_id = gone.contact_id
            """;

    private static final String DELETE_ALIASES = "delete from customer_alias where alias = any(:aliases)";

    private static final String LEAD_NUMBERS = """
            insert into customer_number_alias (account_number, async_customer_id)
            select *, :customer from unnest(:numbers::text[])
            on conflict (account_number) do update set async_customer_id = excluded.async_customer_id
            """;

    private static final String RELEASE_NUMBER = "delete from customer_number_alias where account_number = :number";

    private static final String[] ADDRESS_COLUMNS = {
        "async_customer_id",
        "address_id",
        "valid_from",
        "name",
        "purpose",
        "street",
        "street_number",
        "building_complement",
        "post_box",
        "district",
        "city",
        "county",
        "state",
        "zip_code",
        "country",
        "phone",
        "email",
        "is_primary"
    };

    private final JdbcClient jdbc;
    private final BulkCopy copy;

    CustomerPartRepository(JdbcClient jdbc, BulkCopy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    void insertAliases(List<PartOf<UUID>> aliases) {
        CopyRows rows = CopyRows.into("customer_alias", "alias", "async_customer_id");
        aliases.forEach(it -> rows.row(it.part(), it.customer()));
        copy.send(rows);
    }

    void deleteAliases(Collection<UUID> aliases) {
        if (!aliases.isEmpty()) {
            jdbc.sql(DELETE_ALIASES)
                    .param("aliases", aliases.toArray(UUID[]::new))
                    .update();
        }
    }

    /** Account numbers of merged customers lead to this customer from now on. */
    void leadNumbers(Collection<String> numbers, UUID customer) {
        jdbc.sql(LEAD_NUMBERS)
                .param("numbers", numbers.toArray(String[]::new))
                .param("customer", customer)
                .update();
    }

    void releaseNumber(String number) {
        jdbc.sql(RELEASE_NUMBER).param("number", number).update();
    }

    void openAddresses(List<PartOf<Address>> addresses, Instant at) {
        CopyRows rows = CopyRows.into("customer_address", ADDRESS_COLUMNS);
        addresses.forEach(it -> add(rows, it.customer(), it.part(), at));
        copy.send(rows);
    }

    private static void add(CopyRows rows, UUID customer, Address address, Instant at) {
        rows.row(
                customer,
                address.id(),
                at,
                address.name(),
                address.purpose(),
                address.street(),
                address.streetNumber(),
                address.buildingComplement(),
                address.postBox(),
                address.district(),
                address.city(),
                address.county(),
                address.state(),
                address.zipCode(),
                address.country(),
                address.phone(),
                address.email(),
                address.primary());
    }

    void closeAddresses(List<PartOf<Address>> addresses, Instant at) {
        if (!addresses.isEmpty()) {
            jdbc.sql(CLOSE)
                    .param("at", at.toString())
                    .param("customers", ids(addresses, PartOf::customer))
                    .param("addresses", ids(addresses, it -> it.part().id()))
                    .update();
        }
    }

    void insertContacts(List<PartOf<Contact>> contacts) {
        CopyRows rows = CopyRows.into(
                "customer_contact",
                "async_customer_id",
                "contact_id",
                "type",
                "value",
                "marketing_consent",
                "is_primary",
                "consent_at",
                "consent_source",
                "consent_text");
        contacts.forEach(it -> rows.row(
                it.customer(),
                it.part().id(),
                it.part().type(),
                it.part().value(),
                it.part().marketingConsent(),
                it.part().primary(),
                it.part().consentAt(),
                it.part().consentSource(),
                it.part().consentText()));
        copy.send(rows);
    }

    void deleteContacts(List<PartOf<Contact>> contacts) {
        if (!contacts.isEmpty()) {
            jdbc.sql(DELETE)
                    .param("customers", ids(contacts, PartOf::customer))
                    .param("contacts", ids(contacts, it -> it.part().id()))
                    .update();
        }
    }

    private static <T> UUID[] ids(List<PartOf<T>> parts, Function<PartOf<T>, UUID> id) {
        return parts.stream().map(id).toArray(UUID[]::new);
    }

    /** An address, a contact or an alias with its customer. */
    record PartOf<T>(UUID customer, T part) {}
}
