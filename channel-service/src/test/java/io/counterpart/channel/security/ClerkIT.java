package io.counterpart.channel.security;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.support.security.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

/** Every operation carries the device that made it, and the clerk that the device named. */
class ClerkIT extends ChannelServiceContext {

    private static final String CLERK = "Counterpart-Clerk";

    private final UUID ann = UUID.randomUUID();

    @Test
    void standOnEveryOperation() {
        Response created = harbor.post(CUSTOMERS, "{\"lastName\": \"Lee\"}", CLERK, "4711");
        String customer = created.header("Location");
        harbor.patch(customer, "{\"title\": \"Dr.\"}", "If-Match", "*", CLERK, "4712");
        harbor.put(customer + "/affiliations", "[\"STAFF\"]", "If-Match", "*", CLERK, "4713");
        Response address = harbor.post(customer + "/addresses", "{\"city\": \"Harbor\"}", CLERK, "4714");
        harbor.delete(address.header("Location"), "If-Match", "*", CLERK, "4715");
        harbor.patch(customer, "{\"title\": null}", "If-Match", "*");

        List<CustomerOperation> logged = logged(UUID.fromString(created.text("asyncCustomerId")));
        assertThat(logged).extracting(CustomerOperation::device).containsOnly("till-1");
        assertThat(logged)
                .extracting(CustomerOperation::clerk)
                .containsExactly("4711", "4712", "4713", "4714", "4715", null);
    }

    @Test
    void standOnTheCallToHeadquarters() {
        REAL_TIME.behave(REAL_TIME.doing());

        Response created = station.post(CUSTOMERS, "{\"lastName\": \"Lee\"}", CLERK, "4711");

        CustomerOperation asked = REAL_TIME
                .receivedRequestsFor(UUID.fromString(created.text("asyncCustomerId")))
                .get(0);
        assertThat(asked.device()).isEqualTo("till-1");
        assertThat(asked.clerk()).isEqualTo("4711");
    }

    @Test
    void ofAnOfflineOperationAreThoseOfTheItemBeforeThoseOfTheUpload() {
        String item = "{\"kind\": \"%s\", \"operationId\": \"%s\", \"asyncCustomerId\": \"%s\","
                + " \"occurredAt\": \"2026-11-20T08:15:30Z\", %s}";

        Response answer = harbor.post(
                "/api/v1/offline-uploads",
                "{\"items\": [%s, %s]}"
                        .formatted(
                                item.formatted(
                                        "CREATE_CUSTOMER",
                                        UUID.randomUUID(),
                                        ann,
                                        "\"lastName\": \"Lee\", \"clerk\": \"4711\""),
                                item.formatted(
                                        "EDIT_PROFILE",
                                        UUID.randomUUID(),
                                        ann,
                                        "\"changes\": [{\"field\": \"title\", \"newValue\": \"Dr.\"}]")),
                CLERK,
                "4712");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(logged(ann)).extracting(CustomerOperation::clerk).containsExactly("4711", "4712");
    }

    @ParameterizedTest
    @CsvSource({"Kim Lee, Kim Lee", "Zo%C3%AB, Zoë", "100%25, 100%", "A+B, A+B"})
    void mayHaveAnyName(String header, String name) {
        harbor.put(CUSTOMERS + "/" + ann, "{\"lastName\": \"Lee\"}", CLERK, header);

        assertThat(logged(ann)).extracting(CustomerOperation::clerk).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1234567890123456789012345678901234567890123456789012345678901", "%", "%0A", "%00", "%FF", "%20"
            })
    void areRefusedIfTheyCannotBeStored(String header) {
        Response answer = harbor.put(CUSTOMERS + "/" + ann, "{\"lastName\": \"Lee\"}", CLERK, header);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.text("detail")).contains(CLERK);
        assertThat(logged(ann)).isEmpty();
    }

    @Test
    void areNoneOfACustomerThatEditsItself() {
        jdbc.update(
                "insert into device_token (sha256, channel, device, role) values (?, 'HARBOR', 'shop', 'STOREFRONT')",
                Sha256.hex("shop-of-" + ann));
        Response signedIn = harbor.with("shop-of-" + ann)
                .post(
                        "/api/v1/sign-ins",
                        "{\"externalIdentity\": {\"issuer\": \"i\", \"subject\": \"%s\"}, \"customer\": {\"lastName\": \"Lee\"}}"
                                .formatted(ann));
        UUID own = UUID.fromString(signedIn.text("asyncCustomerId"));

        harbor.with(signedIn.text("customerToken"))
                .patch(CUSTOMERS + "/" + own, "{\"title\": \"Dr.\"}", "If-Match", "*", CLERK, "4711");

        assertThat(logged(own)).extracting(CustomerOperation::device).containsExactly("shop", "shop");
        assertThat(logged(own)).extracting(CustomerOperation::clerk).containsExactly(null, null);
    }

    private List<CustomerOperation> logged(UUID customer) {
        return jdbc
                .queryForList(
                        "select payload from async_operation where aggregateid = ? order by aggregateversion",
                        String.class,
                        customer.toString())
                .stream()
                .map(json -> MessageJson.read(json, CustomerOperation.class))
                .toList();
    }
}
