package io.counterpart.endtoend;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.counterpart.stack.client.HttpResult;

import static org.assertj.core.api.Assertions.assertThat;

/** One person became a customer in two channels; HQ merges the two, and separates them again. */
class CustomerMergeScenario extends RuleScenario {

    @Test
    void twoCustomersOfOnePersonAreMergedAndSeparatedAgain() throws IOException {
        administration.featureEverywhere("async-customer-editing", true);
        UUID survivor =
                id(stack.harbor().create(newCustomer("firstName", "Ann")).expect(201));
        UUID loser = id(stack.online().create(newCustomer("firstName", "Anne")).expect(201));
        String number = accountNumberOf(stack.online(), survivor);
        String losersNumber = accountNumberOf(stack.harbor(), loser);

        JsonNode merge = merge(survivor, loser);

        for (var channel : List.of(stack.harbor(), stack.online())) {
            for (String id : List.of(loser.toString(), losersNumber)) {
                eventually()
                        .until(() -> channel.get(id)
                                .text("accountNumber")
                                .filter(number::equals)
                                .isPresent());
            }
            assertThat(found(channel, name)).isEqualTo(1);
        }

        offlineEdit(loser, "Mary");
        eventually()
                .until(() -> middleName(atHq(survivor).path("content").path("profile"))
                        .equals("Mary"));
        for (var channel : List.of(stack.harbor(), stack.online())) {
            eventually()
                    .until(() ->
                            middleName(channel.get(loser.toString()).body()).equals("Mary"));
        }

        undo(merge, survivor);

        for (var channel : List.of(stack.harbor(), stack.online())) {
            eventually()
                    .until(() -> channel.get(loser.toString())
                            .text("accountNumber")
                            .filter(losersNumber::equals)
                            .isPresent());
            assertThat(channel.get(survivor.toString()).text("accountNumber")).contains(number);
            assertThat(found(channel, name)).isEqualTo(2);
        }
        assertThat(middleName(atHq(survivor).path("content").path("profile"))).isEqualTo("Mary");
        edit(stack.online(), loser, Map.of("middleName", "Later")).expect(200);
        eventually()
                .until(() ->
                        middleName(atHq(loser).path("content").path("profile")).equals("Later"));
    }

    private JsonNode merge(UUID survivor, UUID loser) throws IOException {
        String path = "/api/v1/customers/" + survivor + "/merges";
        HttpResult preview =
                stack.hq().http().get(path + "/preview?merged=" + loser).expect(200);
        long version = preview.body().path("merged").path("version").asLong();
        return stack.hq()
                .http()
                .send(
                        "POST",
                        path,
                        Map.of("merged", loser, "mergedVersion", version),
                        Map.of("If-Match", preview.etag().orElseThrow()))
                .expect(200)
                .body();
    }

    private void undo(JsonNode merge, UUID survivor) throws IOException {
        String customer = "/api/v1/customers/" + survivor;
        String etag = stack.hq().http().get(customer).expect(200).etag().orElseThrow();
        stack.hq()
                .http()
                .send(
                        "POST",
                        customer + "/merges/" + merge.path("id").asString() + "/undo",
                        Map.of(),
                        Map.of("If-Match", etag))
                .expect(200);
    }

    private void offlineEdit(UUID id, String value) throws IOException {
        Map<String, Object> edit = Map.of(
                "operationId",
                UUID.randomUUID(),
                "kind",
                "EDIT_PROFILE",
                "asyncCustomerId",
                id,
                "occurredAt",
                "2026-11-01T08:00:00Z",
                "changes",
                List.of(Map.of("field", "middleName", "newValue", value)));
        HttpResult upload = stack.online()
                .http()
                .post("/api/v1/offline-uploads", Map.of("items", List.of(edit)))
                .expect(200);
        assertThat(upload.body().toString()).doesNotContain("REFUSED", "RETRY");
    }

    private static String middleName(JsonNode profile) {
        return profile.path("middleName").asString("");
    }
}
