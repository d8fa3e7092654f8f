package io.counterpart.hq.realtime;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class RealTimeIT extends RealTimeSupport {

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
}
