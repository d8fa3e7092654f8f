package io.counterpart.channel.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.contract.operation.CustomerOperation;

import static io.counterpart.channel.offline.OfflineItems.change;
import static io.counterpart.channel.offline.OfflineItems.changes;
import static io.counterpart.channel.offline.OfflineItems.edit;
import static io.counterpart.channel.offline.OfflineItems.item;
import static io.counterpart.channel.offline.OfflineItems.logged;
import static io.counterpart.channel.offline.OfflineItems.outcomes;
import static io.counterpart.channel.offline.OfflineItems.overridden;
import static io.counterpart.channel.offline.OfflineItems.problem;
import static io.counterpart.channel.offline.OfflineUploadIT.UPLOADS;
import static io.counterpart.channel.offline.OfflineUploadIT.upload;
import static org.assertj.core.api.Assertions.assertThat;

/** A till that lost an answer sends its operations again: each has one effect and the same answer. */
class OfflineRepetitionIT extends ChannelServiceContext {

    private static final String LEE = "\"firstName\": \"Ann\", \"lastName\": \"Lee\"";

    private final UUID ann = UUID.randomUUID();

    @Test
    void aRepetitionHasNoFurtherEffectAndTheSameAnswer() {
        harbor.put(CUSTOMERS + "/" + ann, "{" + LEE + "}");
        harbor.patch(CUSTOMERS + "/" + ann, "{\"lastName\": \"Online\"}", "If-Match", "*");
        String merged =
                item("EDIT_PROFILE", ann, changes(change("lastName", "Lee", "Offline"), change("title", null, "Dr.")));
        String address = item("ADD_ADDRESS", ann, "\"address\": {\"city\": \"Harbor\"}");
        Response first = upload(harbor, merged, address);
        // Without the memory of the operation, the repetition would be an edit of its own.
        harbor.patch(CUSTOMERS + "/" + ann, "{\"title\": null}", "If-Match", "*");

        Response again = upload(harbor, merged, address);

        assertThat(outcomes(first)).as(first.body()).containsExactly("MERGED 200", "APPLIED 201");
        assertThat(outcomes(again)).as(again.body()).containsExactly("MERGED 200", "APPLIED 200");
        assertThat(overridden(again, 0)).containsExactly("lastName: Online, not Offline");
        assertThat(harbor.get(CUSTOMERS + "/" + ann).json().path("title").isNull())
                .isTrue();
        assertThat(logged(jdbc, ann)).hasSize(5);
    }

    @Test
    void anotherOperationWithTheSameIdIsRefused() {
        UUID operation = UUID.randomUUID();
        UUID bob = UUID.randomUUID();
        String create = item("CREATE_CUSTOMER", ann, operation, LEE);
        Response first = upload(harbor, create);

        Response others = upload(
                harbor,
                create,
                item("CREATE_CUSTOMER", bob, operation, LEE),
                item("EDIT_PROFILE", ann, operation, changes(change("lastName", "Lee", "Ohm"))),
                edit(ann, "title", null, "Dr."));

        assertThat(outcomes(first)).as(first.body()).containsExactly("APPLIED 201");
        assertThat(outcomes(others))
                .as(others.body())
                .containsExactly("APPLIED 200", "REFUSED 409", "REFUSED 409", "APPLIED 200");
        assertThat(problem(others, 1)).isEqualTo("/problems/operation-id-in-use");
        assertThat(harbor.get(CUSTOMERS + "/" + bob).status()).isEqualTo(404);
        assertThat(logged(jdbc, ann)).hasSize(2);
    }

    @Test
    void oneUploadMayNotUseAnIdTwice() {
        UUID operation = UUID.randomUUID();
        UUID bob = UUID.randomUUID();

        Response creations = upload(
                harbor,
                item("CREATE_CUSTOMER", ann, operation, LEE),
                item("CREATE_CUSTOMER", bob, operation, LEE),
                item("CREATE_CUSTOMER", UUID.randomUUID(), LEE));
        UUID another = UUID.randomUUID();
        Response edits = upload(
                harbor,
                item("EDIT_PROFILE", ann, another, changes(change("title", null, "Dr."))),
                item("EDIT_PROFILE", ann, another, changes(change("title", null, "Dr."))),
                item("EDIT_PROFILE", ann, another, changes(change("title", null, "Prof."))));

        assertThat(outcomes(creations))
                .as(creations.body())
                .containsExactly("APPLIED 201", "REFUSED 409", "APPLIED 201");
        assertThat(outcomes(edits)).as(edits.body()).containsExactly("APPLIED 200", "APPLIED 200", "REFUSED 409");
    }

    @Test
    void theSameCreationsOnThreeConnectionsTakeLessThanTwiceTheTimeOfOne() {
        upload(harbor, creations());
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < 5; round++) {
            long one = nanosOf(
                    () -> assertThat(outcomes(upload(harbor, creations()))).hasSize(500));
            String same = "{\"items\": [" + String.join(",", creations()) + "]}";
            long three = nanosOf(() -> {
                var answers = IntStream.range(0, 3)
                        .mapToObj(i -> harbor.postAsync(UPLOADS, same))
                        .toList();
                assertThat(answers)
                        .allSatisfy(answer -> assertThat(outcomes(answer.join()))
                                .hasSize(500)
                                .isSubsetOf("APPLIED 201", "APPLIED 200"));
            });
            ratios.add((double) three / one);
        }
        // The best round: other programs of the machine do not count.
        assertThat(ratios.stream().mapToDouble(it -> it).min().orElseThrow())
                .as("three connections in relation to one: %s", ratios)
                .isLessThan(2);
    }

    private static String[] creations() {
        return IntStream.range(0, 500)
                .mapToObj(i -> item("CREATE_CUSTOMER", UUID.randomUUID(), LEE))
                .toArray(String[]::new);
    }

    private static long nanosOf(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    @Test
    void threeConnectionsWithFiveHundredOperationsApplyEachOnce() {
        var customers = IntStream.range(0, 100).mapToObj(i -> UUID.randomUUID()).toList();
        var items = new ArrayList<String>();
        for (UUID id : customers) {
            items.add(item("CREATE_CUSTOMER", id, LEE));
            items.add(item("ADD_ADDRESS", id, "\"address\": {\"city\": \"Harbor\"}"));
            items.add(edit(id, "lastName", "Lee", "Ohm"));
            items.add(edit(id, "lastName", "Ohm", "Volt"));
            items.add(edit(id, "lastName", "Volt", "Watt"));
        }
        String body = "{\"items\": [" + String.join(",", items) + "]}";

        List<Response> answers = IntStream.range(0, 3).mapToObj(i -> harbor.postAsync(UPLOADS, body)).toList().stream()
                .map(CompletableFuture::join)
                .toList();

        for (Response answer : answers) {
            assertThat(outcomes(answer)).as(answer.body()).hasSize(500).containsOnly("APPLIED 201", "APPLIED 200");
        }
        for (UUID id : customers) {
            assertThat(logged(jdbc, id))
                    .extracting(CustomerOperation::operationNumber)
                    .containsExactly(1, 2, 3, 4, 5);
            assertThat(harbor.get(CUSTOMERS + "/" + id).text("lastName")).isEqualTo("Watt");
        }
    }
}
