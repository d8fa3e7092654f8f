package io.counterpart.channel.localbook;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.contract.configuration.Features;
import io.counterpart.support.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class LocalBookIT extends LocalBookContext {

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "since=nonsense | /since unknown-value",
                "since=         | /since unknown-value",
                "limit=0        | /limit out-of-range",
                "limit=2001     | /limit out-of-range",
                "cursor=x       | /cursor unknown-parameter",
            })
    void saysWhatIsWrongWithARequest(String query, String error) {
        Response answer = till.get(CHANGES + "?" + query);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.firstError()).isEqualTo(error);
    }

    @Test
    void refusesTheCursorOfAnotherStore() {
        String cursor = read(null).cursor();

        Response answer = harbor.get(CHANGES + "?since=" + cursor);

        assertThat(answer.status()).as(answer.body()).isEqualTo(410);
        assertThat(answer.text("type")).isEqualTo("/problems/cursor-expired");
    }

    @Test
    void refusesACursorThatIsOlderThanTheRemovals() {
        String cursor = read(null).cursor();
        var afterwards = service(true, 10_000, Clock.offset(Clock.systemUTC(), Duration.ofDays(91)));

        assertThat(afterwards.page(channel, null, 10).removed()).isEmpty();
        assertThatThrownBy(() -> afterwards.page(channel, cursor, 10))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ChannelProblem.CURSOR_EXPIRED));
    }

    @Test
    void deliversEverythingThenOnlyWhatHasChanged() {
        runFeatures(
                Features.PERFORMANCE_IMPROVEMENTS,
                Features.ENHANCED_ASYNC_CUSTOMER_CREATION,
                Features.ASYNC_CUSTOMER_ADDRESSES,
                Features.ASYNC_CUSTOMER_EDITING,
                Features.MULTIPLE_EMAILS_AND_PHONES);
        create("One");
        String ann = create(till, """
                {"firstName": "Ann", "lastName": "Book", "email": "ann@example.com", "phone": "+1 555 0100",
                 "mobile": "+1 555 0177",
                 "addresses": [{"street": "Pier Road", "city": "Seattle", "zipCode": "98101", "country": "USA"}],
                 "contacts": [{"type": "PHONE", "value": "+1 555 0101"}, {"type": "EMAIL", "value": "b@example.com"}]}
                """);
        create("Three");
        jdbc.update(
                "insert into loyalty_card (card_number, async_customer_id, issued_at) values (?, ?, now())",
                "L-" + channel,
                UUID.fromString(ann));
        create(harbor, "{\"lastName\": \"Of another store\"}");

        JsonNode first = page(null, 2);
        Round all = read(null);
        // A transaction of another test may still run and hold the horizon back.
        AtomicReference<String> cursor = new AtomicReference<>(all.cursor());
        await().atMost(SOON).until(() -> {
            Round none = read(cursor.get());
            cursor.set(none.cursor());
            return none.customers().isEmpty() && none.removed().isEmpty();
        });
        till.patch(CUSTOMERS + "/" + ann, "{\"lastName\": \"Book-Ohm\"}", "If-Match", "\"1\"");
        Round changed = read(cursor.get());
        Round again = read(cursor.get());

        assertThat(first.path("customers").size()).isEqualTo(2);
        assertThat(first.path("more").asBoolean()).isTrue();
        assertThat(all.customers()).hasSize(3);
        assertThat(all.ids()).isSorted().contains(ann);
        assertThat(changed.ids()).containsExactly(ann);
        assertThat(again.customers()).isEqualTo(changed.customers());
        JsonNode entry = changed.customers().get(0);
        assertThat(entry.path("lastName").asString()).isEqualTo("Book-Ohm");
        assertThat(entry.path("version").asInt()).isEqualTo(2);
        assertThat(entry.path("syncStatus").asString()).isEqualTo("PENDING_SYNC");
        assertThat(entry.path("furtherPhones").toString()).isEqualTo("[\"+1 555 0101\",\"+1 555 0177\"]");
        assertThat(entry.path("furtherEmails").toString()).isEqualTo("[\"b@example.com\"]");
        assertThat(entry.path("loyaltyCards").toString()).isEqualTo("[\"L-" + channel + "\"]");
        assertThat(entry.path("address").path("zipCode").asString()).isEqualTo("98101");
    }

    @Test
    void skipsNothingThatCommitsLate() {
        String late = create("Late");
        String cursor = read(null).cursor();

        String meanwhile = transaction.execute(status -> {
            jdbc.update("update customer set blocked = true where async_customer_id = ?", UUID.fromString(late));
            String later = create("Later");
            Round round = read(cursor);
            assertThat(round.ids()).contains(later);
            assertThat(round.customers()).noneMatch(each -> each.path("blocked").asBoolean());
            return round.cursor();
        });

        assertThat(read(meanwhile).customers())
                .filteredOn(each -> each.path("blocked").asBoolean())
                .extracting(each -> each.path("asyncCustomerId").asString())
                .containsExactly(late);
    }

    @Test
    void canBeDisabled() {
        var disabled = service(false, 2, Clock.systemUTC());

        assertThatThrownBy(() -> disabled.page(channel, null, 10))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ChannelProblem.FEATURE_DISABLED));
    }
}
