package io.counterpart.channel.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.RealTimeBehaviour;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.realtime.FindCustomers;
import io.counterpart.contract.snapshot.CustomerSnapshot;

import static org.assertj.core.api.Assertions.assertThat;

class FederatedSearchIT extends ChannelServiceContext {

    private static final String SEARCH = CUSTOMERS + "/search";

    private final String name = "S" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void addsWhomOnlyHeadquartersKnows() {
        UUID here = create("Here", name);
        CustomerSnapshot there = SnapshotFixtures.foreign(UUID.randomUUID(), KafkaHeadquarters.accountNumber(), name);
        headquartersFinds(null, SnapshotFixtures.converted(here, KafkaHeadquarters.accountNumber(), name), there);

        JsonNode found = search(name, 50, null).json();

        assertThat(ids(found))
                .containsExactly(here.toString(), there.asyncCustomerId().toString());
        assertThat(found.path("headquarters").path("asked").asBoolean()).isTrue();
        JsonNode foreign = found.path("items").path(1);
        assertThat(foreign.path("displayAccountNumber").asString()).isEqualTo(there.accountNumber());
        assertThat(foreign.path("matchedBy").path(0).asString()).isEqualTo("NAME");
        assertThat(foreign.path("capabilities").path("edit").path("reason").asString())
                .isEqualTo("customer-not-found");
    }

    @Test
    void showsEachCustomerOnceAcrossPages() {
        List<UUID> here = Stream.generate(() -> create("Here", name)).limit(3).toList();
        List<CustomerSnapshot> all = new ArrayList<>();
        here.forEach(id -> all.add(SnapshotFixtures.converted(id, KafkaHeadquarters.accountNumber(), name)));
        UUID there = UUID.randomUUID();
        all.add(SnapshotFixtures.linking(
                SnapshotFixtures.foreign(there, KafkaHeadquarters.accountNumber(), name), UUID.randomUUID()));
        all.add(SnapshotFixtures.linking(
                SnapshotFixtures.foreign(UUID.randomUUID(), KafkaHeadquarters.accountNumber(), name), here.get(0)));
        headquartersFinds(null, all.toArray(CustomerSnapshot[]::new));

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            JsonNode page = search(name, 2, cursor).json();
            seen.addAll(ids(page));
            cursor = page.path("nextCursor").asString(null);
        } while (cursor != null);

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(here.stream(), Stream.of(there))
                        .map(UUID::toString)
                        .toList());
    }

    @Test
    void showsACustomerThatArrivesWhileHeadquartersResponds() {
        UUID id = UUID.randomUUID();
        CustomerSnapshot arriving = SnapshotFixtures.foreign(id, KafkaHeadquarters.accountNumber(), name);
        RealTimeBehaviour answer =
                RealTimeBehaviour.status(200, MessageJson.write(new FindCustomers.Found(List.of(arriving), null)));
        REAL_TIME.behave((operation, in, out) -> {
            createAs(id);
            answer.answer(operation, in, out);
        });

        assertThat(ids(search(name, 50, null).json())).containsExactly(id.toString());
    }

    @Test
    void goesOnAtHeadquarters() {
        CustomerSnapshot first = SnapshotFixtures.foreign(UUID.randomUUID(), KafkaHeadquarters.accountNumber(), name);
        headquartersFinds("there", first);
        JsonNode page = search(name, 1, null).json();
        CustomerSnapshot second = SnapshotFixtures.foreign(UUID.randomUUID(), KafkaHeadquarters.accountNumber(), name);
        headquartersFinds(null, second);

        JsonNode next = search(name, 1, page.path("nextCursor").asString()).json();

        assertThat(ids(page)).containsExactly(first.asyncCustomerId().toString());
        assertThat(ids(next)).containsExactly(second.asyncCustomerId().toString());
        assertThat(next.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void saysThatHeadquartersCannotBeReachedAndShowsWhatIsHere() {
        UUID here = create("Here", name);
        REAL_TIME.behave(RealTimeBehaviour.silent());

        JsonNode found = search(name, 50, null).json();

        assertThat(ids(found)).containsExactly(here.toString());
        assertThat(found.path("headquarters").path("asked").asBoolean()).isFalse();
        assertThat(found.path("headquarters").path("detail").asString()).contains("Headquarters is unavailable");
    }

    @Test
    void putsWhoMatchesWholeBeforeWhoOnlyBeginsSo() {
        UUID exact = create("Ann", name);
        UUID longer = create("Ann", name + "son");

        JsonNode first = search(name, 1, null).json();
        JsonNode second = search(name, 1, first.path("nextCursor").asString()).json();

        assertThat(ids(first)).containsExactly(exact.toString());
        assertThat(ids(second)).containsExactly(longer.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "Иван, Петров, петр иван",
        "Γιώργος, Σοφός, σοφος γιωργος",
        "محمد, الأحمد, الاحمد",
        "שָׁלוֹם, כהן, שלום כהן",
        "太郎, 山田, 山田太郎",
        "太郎, 山田, 田太",
        "민준, 김, 김민준",
        "สมชาย, ใจดี, ใจดี",
        "İbrahim, Yıldız, ibrahim yildiz",
        "Łukasz, Ångström, lukasz angstrom",
        "Ｊｏｈｎ, Ｓｍｉｔｈ, john smith",
    })
    void findsNamesInEveryScript(String first, String last, String typed) {
        UUID id = create(first, last);

        JsonNode found =
                harbor.post(SEARCH, "{\"query\": \"%s\"}".formatted(typed)).json();

        assertThat(ids(found)).contains(id.toString());
    }

    private void headquartersFinds(@Nullable String nextCursor, CustomerSnapshot... customers) {
        REAL_TIME.behave(RealTimeBehaviour.status(
                200, MessageJson.write(new FindCustomers.Found(List.of(customers), nextCursor))));
    }

    private Response search(String query, int limit, @Nullable String cursor) {
        String from = cursor == null ? "" : ", \"cursor\": \"" + cursor + "\"";
        Response answer = harbor.post(
                SEARCH, "{\"query\": \"%s\", \"scope\": \"all\", \"limit\": %d%s}".formatted(query, limit, from));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private UUID create(String first, String last) {
        Response answer =
                harbor.post(CUSTOMERS, "{\"firstName\": \"%s\", \"lastName\": \"%s\"}".formatted(first, last));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return UUID.fromString(answer.text("asyncCustomerId"));
    }

    // In the mode async: HQ, which is responding to the search, is not asked.
    private void createAs(UUID id) {
        Response answer =
                harbor.put(CUSTOMERS + "/" + id, "{\"firstName\": \"Here\", \"lastName\": \"%s\"}".formatted(name));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static List<String> ids(JsonNode found) {
        return found.path("items")
                .valueStream()
                .map(item -> item.path("asyncCustomerId").asString())
                .collect(Collectors.toList());
    }
}
