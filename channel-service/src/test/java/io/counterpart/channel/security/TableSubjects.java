package io.counterpart.channel.security;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.Topics;
import io.counterpart.testsupport.authorization.RequestTarget;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The customers and orders that the requests of the authorization table are about. */
final class TableSubjects {

    static final String ORDERS = "/api/v1/customer-orders";

    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String CUSTOMER = """
            {"lastName": "Table", "email": "%s@example.com", "addresses": [{"street": "1 Pier Road", "country": "USA"}],
             "contacts": [{"type": "PHONE", "value": "+1 555 0100"}]}
            """;

    private final ApiClient harbor;
    private final JdbcTemplate jdbc;
    private final Map<RequestTarget, UUID> customers = new EnumMap<>(RequestTarget.class);
    private final Map<RequestTarget, UUID> orders = new EnumMap<>(RequestTarget.class);
    private String customerToken = "";

    TableSubjects(ApiClient harbor, JdbcTemplate jdbc) {
        this.harbor = harbor;
        this.jdbc = jdbc;
    }

    /** Creates a customer and an order for each target; the own one signs up at the shop. */
    void create(ApiClient station, ApiClient shop, KafkaHeadquarters hq) {
        for (RequestTarget target : RequestTarget.values()) {
            customers.put(target, UUID.randomUUID());
        }
        String number = KafkaHeadquarters.accountNumber();
        UUID foreign = customer(RequestTarget.OTHER_CHANNEL_DATABASE);
        hq.publish(Topics.CUSTOMERS_1010, number, SnapshotFixtures.foreign(foreign, number, "Table"));
        signUp(shop);
        createCustomer(harbor, RequestTarget.OTHER_CUSTOMER);
        createCustomer(station, RequestTarget.OTHER_CHANNEL);
        customers.forEach((target, id) -> orders.put(target, createOrder(id)));
        jdbc.update(
                "update customer_order set channel = 'STATION' where id = ?", orders.get(RequestTarget.OTHER_CHANNEL));
    }

    UUID customer(RequestTarget target) {
        return requireNonNull(customers.get(target));
    }

    UUID order(RequestTarget target) {
        return requireNonNull(orders.get(target));
    }

    String customerToken() {
        return customerToken;
    }

    /** The id of an address or a contact of the customer. */
    String part(String kind, UUID customer) {
        return String.valueOf(jdbc.queryForObject(
                "select %1$s_id::text from customer_%1$s where async_customer_id = ? limit 1".formatted(kind),
                String.class,
                customer));
    }

    private void signUp(ApiClient shop) {
        String identity = "{\"externalIdentity\": {\"issuer\": \"table\", \"subject\": \"%s\"}, \"customer\": %s}";
        UUID subject = UUID.randomUUID();
        var signedUp = shop.post("/api/v1/sign-ins", identity.formatted(subject, CUSTOMER.formatted(subject)));
        assertThat(signedUp.status()).as(signedUp.body()).isEqualTo(201);
        customers.put(RequestTarget.OWN, UUID.fromString(signedUp.text("asyncCustomerId")));
        customerToken = signedUp.text("customerToken");
    }

    private void createCustomer(ApiClient till, RequestTarget target) {
        var created = till.put(CUSTOMERS + "/" + customer(target), CUSTOMER.formatted(target));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
    }

    private UUID createOrder(UUID customer) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> harbor.get(CUSTOMERS + "/" + customer).status() == 200);
        var order = harbor.post(
                ORDERS,
                "{\"customer\": \"%s\", \"currencyCode\": \"USD\", \"lines\": [{\"item\": \"Lamp\", \"quantity\": \"1\", \"price\": \"9.90\"}]}"
                        .formatted(customer));
        assertThat(order.status()).as(order.body()).isEqualTo(201);
        return UUID.fromString(order.text("id"));
    }
}
