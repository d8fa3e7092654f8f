package io.counterpart.hq.privacy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.contract.Address;
import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.order.CustomerOrder;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

/** Base class of tests with a customer whose values are found in any text. */
abstract class PersonalDataSupport {

    /** Part of every value. */
    static final String TRACE = "quillfeather";

    static final String PATH = "/api/v1/customers/";
    static final String REASON = "{\"reason\": \"CUSTOMER_REQUEST\", \"reference\": \"DSR-17\"}";

    @Autowired
    TestDriver work;

    @Autowired
    ApiClient client;

    @Autowired
    MockMvcTester http;

    String api = "";

    @BeforeEach
    void begin() {
        work.clear();
        work.channels();
        work.jdbcUpdate("truncate dead_letter, failure_note, batch_job_run, bulk_repair cascade");
        api = work.bearer(TokenRole.HQ_API, null);
    }

    static CustomerOperation creation(UUID customer) {
        var content = new CustomerContent(
                new CustomerProfile(
                        CustomerType.PERSON,
                        null,
                        "Ann Quillfeather",
                        "M. Quillfeather",
                        "Quillfeather-Lee",
                        null,
                        "ann@quillfeather.example",
                        "+1 555 0100",
                        "en-US",
                        "USD",
                        null,
                        null,
                        "receipts@quillfeather.example",
                        "+1 555 0177 Quillfeather",
                        "https://quillfeather.example",
                        "Quillfeather 17",
                        "Quillfeather 9",
                        true,
                        true),
                List.of(address()),
                List.of(new Contact(UUID.randomUUID(), ContactType.EMAIL, "work@quillfeather.example", true, true)),
                List.of(),
                Map.of(),
                new ExternalIdentity("https://login.example.com", "quillfeather-subject"));
        return OperationFixtures.operation(customer, "harbor", 1, new OperationBody.CreateCustomer(content));
    }

    private static Address address() {
        return new Address(
                UUID.randomUUID(),
                "Quillfeather home",
                AddressPurpose.HOME,
                "1 Quillfeather Road",
                null,
                null,
                null,
                null,
                "Quillfeather City",
                null,
                "WA",
                "98101",
                "USA",
                null,
                null,
                true);
    }

    static CustomerOperation edit(UUID customer, int number, String lastName) {
        return OperationFixtures.edit(customer, number, new FieldChange("lastName", null, lastName));
    }

    static CustomerOperation order(UUID customer, int number) {
        var order = new CustomerOrder(
                UUID.randomUUID(),
                "USD",
                List.of(new CustomerOrder.Line("shoes", "1", "19.90")),
                "Deliver to Quillfeather");
        return OperationFixtures.operation(customer, "harbor", number, new OperationBody.CreateOrder(order));
    }

    /** A converted customer with an edit, an order, a failed operation and one that waits. */
    UUID customer() {
        var customer = UUID.randomUUID();
        work.stage(List.of(
                creation(customer),
                edit(customer, 2, "Quillfeather-Ohm"),
                order(customer, 3),
                edit(customer, 4, "Quillfeather" + "x".repeat(120)),
                edit(customer, 5, "Quillfeather-Waits")));
        work.synchronize();
        return customer;
    }

    MvcTestResult erase(UUID customer, String json) {
        String tag = client.get(api, PATH + customer + "/erasure").getResponse().getHeader(HttpHeaders.ETAG);
        return http.post()
                .uri(PATH + customer + "/erasure")
                .header(HttpHeaders.AUTHORIZATION, api)
                .header(HttpHeaders.IF_MATCH, tag == null ? "\"0\"" : tag)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    /** The rows of all tables that contain the trace, as table and text. */
    List<String> traces() {
        return work
                .texts("select table_name from information_schema.tables where table_schema = current_schema()"
                        + " and table_type = 'BASE TABLE' order by 1")
                .stream()
                .flatMap(table -> work
                        .texts(
                                "select '%1$s: ' || left(it, 300) from (select %2$s as it from \"%1$s\" t) as rows where lower(it) like '%%%3$s%%'"
                                        .formatted(table, text(table), TRACE))
                        .stream())
                .toList();
    }

    // Binary columns are shown as hexadecimal otherwise.
    private static String text(String table) {
        return table.equals("dead_letter")
                ? "concat_ws(' ', to_jsonb(t)::text, encode(value, 'escape'))"
                : "to_jsonb(t)::text";
    }
}
