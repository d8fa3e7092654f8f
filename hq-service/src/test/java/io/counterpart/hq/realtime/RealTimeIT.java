package io.counterpart.hq.realtime;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class RealTimeIT {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    String harbor = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        harbor = work.bearer(TokenRole.CHANNEL_DATABASE, "harbor");
    }

    @Test
    void answersWithTheCustomerAndItsNumber() {
        assertThat(send(OperationFixtures.creation())).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"accountNumber": "C-0000001", "version": 1, "syncStatus": "SYNCED", "channel": "HARBOR",
                 "appliedOperations": {"harbor": 1}}
                """);
    }

    @Test
    void doesTheSameOperationOnceHoweverOftenItIsSent() throws Exception {
        var creation = OperationFixtures.creation();

        String first = send(creation).getResponse().getContentAsString();
        String second = send(creation).getResponse().getContentAsString();

        assertThat(second).isEqualTo(first);
        assertThat(work.count("customer")).isEqualTo(1);
        assertThat(work.count("distribution_log")).isEqualTo(2);
    }

    @Test
    void hasTheChannelKeepAnEditWhoseNumberIsUsed() {
        var creation = OperationFixtures.creation();
        send(creation);
        UUID customer = creation.asyncCustomerId();
        assertThat(send(OperationFixtures.edit(customer, 2, new FieldChange("email", null, "a@example.com"))))
                .hasStatusOk();

        assertThat(send(OperationFixtures.edit(customer, 2, new FieldChange("email", null, "b@example.com"))))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/operation-too-early");
    }

    @Test
    void isOneCustomerWhenTheAsyncCopyFollows() {
        var creation = OperationFixtures.creation();
        send(creation);
        work.stage(List.of(creation));

        work.synchronize();

        assertThat(work.texts("select account_number || ' ' || version from customer"))
                .containsExactly("C-0000001 1");
        assertThat(work.count("open_operation")).isZero();
        assertThat(work.texts("select custaccount || onlineoperationcompleted from retailasynccustomerv2"))
                .containsExactly("C-00000011");
        assertThat(work.count("distribution_log")).isEqualTo(2);
    }

    @Test
    void finishesTheStagedCopyWhenTheCallComesLater() {
        var creation = OperationFixtures.creation();
        work.stage(List.of(creation));

        assertThat(send(creation)).hasStatusOk();

        assertThat(work.count("open_operation")).isZero();
        assertThat(work.count("customer")).isEqualTo(1);
    }

    @Test
    void isOneCustomerWhenTheSameCallComesManyTimesAtOnce() {
        var creation = OperationFixtures.creation();

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> send(creation).getResponse().getStatus()))
                .limit(6)
                .toList()
                .stream()
                .map(CompletableFuture::join);

        assertThat(answers).containsOnly(200);
        assertThat(work.count("customer")).isEqualTo(1);
    }

    @Test
    void saysWhyItRefuses() {
        var nameless = OperationFixtures.creation(
                UUID.randomUUID(), OperationFixtures.profile(null, null, "a@example.com"), null);

        assertThat(send(nameless)).hasStatus(422).bodyJson().isLenientlyEqualTo("""
                {"type": "/problems/headquarters-refused", "code": "name-required",
                 "detail": "A person requires a first or last name."}
                """);
        assertThat(work.count("customer")).isZero();
    }

    @Test
    void doesNotApplyAnOperationBeforeItsTurn() {
        var creation = OperationFixtures.creation();
        send(creation);
        var third = OperationFixtures.edit(creation.asyncCustomerId(), 3, new FieldChange("title", "Dr.", null));

        assertThat(send(third))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/operation-too-early");
    }

    @Test
    void appliesWhatIsStagedOfTheCustomerFirst() {
        var creation = OperationFixtures.creation();
        work.stage(List.of(
                creation,
                OperationFixtures.edit(
                        creation.asyncCustomerId(), 2, new FieldChange("email", "ann@example.com", "b@example.com"))));

        var third = OperationFixtures.edit(creation.asyncCustomerId(), 3, new FieldChange("title", "Dr.", null));

        assertThat(send(third))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.content.profile.email")
                .isEqualTo("b@example.com");
        assertThat(work.count("open_operation")).isZero();
    }

    @Test
    void keepsChannelDatabasesApart() {
        String online = work.bearer(TokenRole.CHANNEL_DATABASE, "online");
        String api = work.bearer(TokenRole.HQ_API, null);
        String till = work.bearer(TokenRole.TILL, null);
        String json = work.json(OperationFixtures.creation());

        assertThat(send(json, online)).hasStatus(403);
        assertThat(send(json, api)).hasStatus(403);
        assertThat(send(json, till)).hasStatus(403);
        assertThat(send(json, "Bearer nonsense")).hasStatus(401);
        assertThat(work.count("customer")).isZero();
    }

    @Test
    void refusesAChannelOfAnotherChannelDatabase() {
        String json = work.json(OperationFixtures.creation());

        assertThat(send(json.replace("\"HARBOR\"", "\"ONLINE\""), harbor)).hasStatus(403);
        assertThat(send(json.replace("\"HARBOR\"", "\"NOWHERE\""), harbor)).hasStatus(403);
        assertThat(send(json, harbor)).hasStatusOk();
    }

    @Test
    void takesIdentitiesOnlyFromAChannelDatabaseWithAnOnlineStore() {
        var identity = new ExternalIdentity("https://id.example.com", "42");
        var creation = OperationFixtures.creation(UUID.randomUUID(), OperationFixtures.annLee(), identity);
        assertThat(send(creation)).hasStatus(403);

        work.jdbcUpdate("update channel set type = 'ONLINE_STORE' where channel = 'STATION'");

        assertThat(send(creation)).hasStatusOk();
    }

    @Test
    void refusesTheDemoTokensOutsideTheProfileLocal() {
        work.token("local-rts-harbor", TokenRole.CHANNEL_DATABASE, "harbor");

        assertThat(send(work.json(OperationFixtures.creation()), "Bearer local-rts-harbor"))
                .hasStatus(401);
    }

    @Test
    void saysThatItCannotReadNonsense() {
        assertThat(send("{\"schemaVersion\": 99}", harbor)).hasStatus(400);
    }

    @Test
    void keepsTheCustomerForLaterWhenThereAreNoNumbers() {
        work.numbersUpTo(0);

        assertThat(send(OperationFixtures.creation())).hasStatus(503);
    }

    @Test
    void findsCustomersByWhateverPeopleSay() {
        send(OperationFixtures.creation());

        for (String query :
                new String[] {"lee ann", "(555) 0100", "C-0000001", "ann.work@example.com", "ANN@EXAMPLE"}) {
            assertThat(http.post()
                            .uri("/realtime/v1/customers/search")
                            .header(HttpHeaders.AUTHORIZATION, harbor)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"query\": \"%s\"}".formatted(query)))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.customers[*].accountNumber")
                    .asArray()
                    .as(query)
                    .containsExactly("C-0000001");
        }
    }

    private MvcTestResult send(CustomerOperation operation) {
        return send(work.json(operation), harbor);
    }

    private MvcTestResult send(String json, String bearer) {
        return http.post()
                .uri("/realtime/v1/operations")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }
}
