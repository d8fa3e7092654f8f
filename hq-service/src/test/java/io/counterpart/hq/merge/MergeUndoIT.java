package io.counterpart.hq.merge;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/** A merge is undone: both customers are there again, and nothing that was entered meanwhile is lost. */
@HqManualContext
class MergeUndoIT extends MergeSupport {

    @Test
    void refusesAfterThePeriodASecondTimeAndForAnotherVersion() {
        JsonNode merge = work.tree(merge(SURVIVOR, LOSER));
        String path = CUSTOMERS + SURVIVOR + "/merges/" + merge.path("id").asString() + "/undo";
        assertThat(post(path, version(SURVIVOR) + 1, "{}")).hasStatus(412);
        assertThat(post(CUSTOMERS + SURVIVOR + "/merges/" + UUID.randomUUID() + "/undo", 1, "{}"))
                .hasStatus(404);
        work.jdbcUpdate("update customer_merge set undo_until = now() - interval '1 second'");
        assertThat(detail(undo(merge))).contains("period has ended");
        work.jdbcUpdate("update customer_merge set undo_until = now() + interval '1 day'");
        assertThat(undo(merge)).hasStatusOk();

        assertThat(detail(undo(merge))).contains("undone already");
    }

    @Test
    void bothAreAsBefore() {
        JsonNode one = customer(SURVIVOR);
        JsonNode other = customer(LOSER);

        undo(work.tree(merge(SURVIVOR, LOSER, Map.of("lastName", "MERGED", "email", "MERGED"))));

        for (String field : List.of("content", "aliases", "appliedOperations", "accountNumber", "asyncCustomerId")) {
            assertThat(customer(SURVIVOR).path(field)).as(field).isEqualTo(one.path(field));
            assertThat(customer(LOSER).path(field)).as(field).isEqualTo(other.path(field));
        }
        assertThat(customer(LOSER).path("version").asLong())
                .isGreaterThan(other.path("version").asLong() + 1);
        assertThat(work.count("customer_alias")).isZero();
        assertThat(work.count("customer_number_alias")).isZero();
        assertThat(work.number("select count(*) from customer_merge where state is not null"))
                .isZero();
        assertThat(work.texts("select subject from audit_entry where action = 'undo-merge' order by 1"))
                .containsExactly(SURVIVOR, LOSER);
    }

    @Test
    void whatCameUnderTheMergedIdGoesBackAndOtherChangesStay() {
        JsonNode merge = work.tree(merge(SURVIVOR, LOSER));
        work.stage(List.of(
                OperationFixtures.edit(anne, 3, new FieldChange("phone", null, "+1 555 0142")),
                order(anne, 4),
                OperationFixtures.edit(ann, 2, new FieldChange("middleName", null, "Mary"))));
        work.synchronize();

        assertThat(undo(merge)).hasStatusOk();

        JsonNode survivor = customer(SURVIVOR).path("content").path("profile");
        JsonNode loser = customer(LOSER).path("content").path("profile");
        assertThat(survivor.path("middleName").asString()).isEqualTo("Mary");
        assertThat(survivor.path("phone").asString("")).isNotEqualTo("+1 555 0142");
        assertThat(loser.path("phone").asString()).isEqualTo("+1 555 0142");
        assertThat(customer(LOSER).path("appliedOperations").path("harbor").asInt())
                .isEqualTo(4);
        assertThat(work.texts("select distinct async_customer_id::text from sales_order"))
                .containsExactly(anne.toString());
    }

    @Test
    void operationsGoOnAfterTheUndo() {
        undo(work.tree(merge(SURVIVOR, LOSER)));

        work.stage(List.of(OperationFixtures.edit(anne, 3, new FieldChange("lastName", "Leigh", "Leigh-Ohm"))));
        work.synchronize();

        assertThat(lastName(LOSER)).isEqualTo("Leigh-Ohm");
        assertThat(lastName(SURVIVOR)).isEqualTo("Lee");
        assertThat(merge(SURVIVOR, LOSER)).hasStatusOk();
    }

    @Test
    void anErasureOfTheSurvivorErasesTheMergedCustomerAndTheWayBack() {
        JsonNode merge = work.tree(merge(SURVIVOR, LOSER));
        String tag =
                client.get(api, CUSTOMERS + SURVIVOR + "/erasure").getResponse().getHeader(HttpHeaders.ETAG);

        assertThat(http.post()
                        .uri(CUSTOMERS + SURVIVOR + "/erasure")
                        .header(HttpHeaders.AUTHORIZATION, api)
                        .header(HttpHeaders.IF_MATCH, String.valueOf(tag))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"CUSTOMER_REQUEST\"}")
                        .exchange())
                .hasStatusOk();

        for (String table : List.of(
                "customer",
                "customer_merge",
                "async_operation",
                "audit_entry",
                "distribution_log",
                "retailasynccustomerv2")) {
            assertThat(work.texts("select to_jsonb(t)::text from %s t".formatted(table)))
                    .as(table)
                    .noneMatch(it -> it.contains("Leigh") || it.contains("anne@example.com"));
        }
        assertThat(undo(merge)).hasStatus(410);
        assertThat(client.get(api, CUSTOMERS + LOSER)).hasStatusOk().bodyText().contains("erasedAt");
    }
}
