package io.counterpart.endtoend;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.stack.client.HttpResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Edits in async mode: visible immediately in their channel, merged field by field at HQ, and no input is lost. */
class Rule06AsyncEditingScenario extends RuleScenario {

    @Test
    void editsOfAPendingCustomerAreSeenAtOnceAndArriveWithIt() throws IOException {
        administration.hold(AdministrationFixture.SYNCHRONIZE);
        var id = id(
                stack.harbor().create(newCustomer("email", "old@example.com")).expect(201));

        var edited =
                edit(stack.harbor(), id, Map.of("email", name + "@example.com")).expect(200);
        var address = part(id, "addresses", Map.of("city", "Harbor"));
        part(id, "contacts", Map.of("type", "PHONE", "value", "+1 555 0123"));

        assertThat(edited.body().path("pendingOperations").asInt()).isEqualTo(2);
        assertThat(stack.harbor().get(id.toString()).text("email")).contains(name + "@example.com");
        assertThat(stack.harbor()
                        .get(id.toString())
                        .body()
                        .path("pendingOperations")
                        .asInt())
                .isEqualTo(4);
        administration.release(AdministrationFixture.SYNCHRONIZE);
        accountNumberOf(stack.online(), id);
        eventually().untilAsserted(() -> {
            var there =
                    stack.online().get(id.toString(), "addresses", "contacts").body();
            assertThat(there.path("email").asString()).isEqualTo(name + "@example.com");
            assertThat(there.path("addresses").path(0).path("id").asString())
                    .isEqualTo(address.text("id").orElseThrow());
            assertThat(there.path("contacts")).hasSize(1);
        });
    }

    @Test
    void editsOfTwoChannelsAreMergedByFieldAndWhatWasOverriddenIsKept() throws IOException {
        var id = id(
                stack.harbor().create(newCustomer("email", "old@example.com")).expect(201));
        accountNumberOf(stack.online(), id);
        administration.hold(AdministrationFixture.SYNCHRONIZE);

        edit(stack.online(), id, Map.of("email", "online@example.com", "firstName", "Online"))
                .expect(200);
        edit(stack.harbor(), id, Map.of("email", "harbor@example.com", "phone", "+1 555 7"))
                .expect(200);
        administration.release(AdministrationFixture.SYNCHRONIZE);

        for (var channel : java.util.List.of(stack.harbor(), stack.online())) {
            eventually().untilAsserted(() -> {
                var merged = channel.get(id.toString()).body();
                assertThat(merged.path("pendingOperations").asInt()).isZero();
                assertThat(merged.path("email").asString()).isEqualTo("harbor@example.com");
                assertThat(merged.path("firstName").asString()).isEqualTo("Online");
                assertThat(merged.path("phone").asString()).isEqualTo("+1 555 7");
            });
        }
        assertThat(stack.hq()
                        .http()
                        .get(OPERATIONS + "?customer=" + id)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(each -> each.path("overridden").toString()))
                .anyMatch(text -> text.contains("email"));
    }

    @Test
    void everyEditNeedsTheVersionThatWasRead() throws IOException {
        var id = id(stack.harbor().create(newCustomer()).expect(201));
        String path = "/api/v1/customers/" + id;
        var patch = Map.of("firstName", "Late");
        var type = Map.of("Content-Type", "application/merge-patch+json");
        var stale = Map.of("Content-Type", "application/merge-patch+json", "If-Match", "\"77\"");

        assertThat(stack.harbor().http().send("PATCH", path, patch, type).text("type"))
                .contains("/problems/precondition-required");
        assertThat(stack.harbor().http().send("PATCH", path, patch, stale).text("type"))
                .contains("/problems/version-mismatch");
    }

    private HttpResult part(UUID id, String parts, Map<String, Object> part) throws IOException {
        return stack.harbor()
                .http()
                .post("/api/v1/customers/" + id + "/" + parts, part)
                .expect(201);
    }
}
