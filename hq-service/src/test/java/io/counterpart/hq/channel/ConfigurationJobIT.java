package io.counterpart.hq.channel;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.Topics;
import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class ConfigurationJobIT extends ConfigurationApiSupport {

    @Test
    void publishesNothingWhileAJobIsHeldAndEverythingOnRelease() {
        post("/api/v1/batch-jobs/1070/hold");
        post("/api/v1/batch-jobs/1110/hold");
        put("/api/v1/affiliations/VIP", null, "{\"description\": \"Held\"}");
        put(
                "/api/v1/functionality-profiles/stores",
                tag("/api/v1/functionality-profiles/stores"),
                "{\"name\": \"Held\", \"createCustomersInAsyncMode\": true, \"createOrdersInAsyncMode\": true}");
        assertThat(work.count("configuration_log")).isZero();

        post("/api/v1/batch-jobs/1070/release");
        post("/api/v1/batch-jobs/1110/release");

        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070))
                .hasSize(3)
                .anyMatch(it -> it.contains("Held"));
        assertThat(work.publishedTo(Topics.GLOBAL_CONFIGURATION_1110))
                .singleElement()
                .asString()
                .contains("Held");
    }

    @Test
    void runsAHeldJobOnceOnDemand() {
        post("/api/v1/batch-jobs/1110/hold");
        String path = "/api/v1/features/async-customer-addresses";
        put(path, tag(path), "{\"enabled\": true}");

        post("/api/v1/batch-jobs/1110/run");
        put("/api/v1/affiliations/VIP", null, "{\"description\": \"Later\"}");

        assertThat(work.publishedTo(Topics.GLOBAL_CONFIGURATION_1110))
                .singleElement()
                .asString()
                .contains("async-customer-addresses");
    }

    @Test
    void theJobOfAllJobsRunsThemAndHoldsNoneButItself() {
        post("/api/v1/batch-jobs/9999/hold");
        assertThat(work.count("configuration_log")).isZero();

        post("/api/v1/batch-jobs/9999/run");

        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070)).hasSize(3);
        assertThat(work.publishedTo(Topics.GLOBAL_CONFIGURATION_1110)).hasSize(1);
        assertThat(work.publishedTo(Topics.CONTROL)).hasSize(2);
    }

    @Test
    void showsWhatAJobDid() {
        post("/api/v1/batch-jobs/1110/run");
        post("/api/v1/batch-jobs/1110/run");

        var page = get("/api/v1/batch-jobs/1110/runs?limit=1");

        assertThat(page).hasStatusOk().bodyJson().isLenientlyEqualTo("{\"items\": [{\"trigger\": \"PERSON\"}]}");
        assertThat(page).bodyJson().extractingPath("$.nextCursor").isNotNull();
        assertThat(get("/api/v1/batch-jobs/none/runs")).hasStatus(404);
    }

    @Test
    void sendsCommandsForThePJobToEveryChannelDatabase() {
        assertThat(post("/api/v1/batch-jobs/P-0001/hold"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"job": "P-0001", "status": "HELD", "held": true, "recurrence": "PT1S", "nextRun": null}
                """);
        post("/api/v1/batch-jobs/P-0001/hold");
        post("/api/v1/batch-jobs/P-0001/release");
        post("/api/v1/batch-jobs/P-0001/run");
        put("/api/v1/batch-jobs/P-0001/recurrence", tag("/api/v1/batch-jobs/P-0001"), "{\"recurrence\": \"PT5S\"}");

        assertThat(work.texts("""
                        select aggregateid || ' ' || (payload ->> 'action') || coalesce(payload ->> 'recurrenceSeconds', '')
                        from configuration_log where aggregatetype = 'cdx.control' order by replication_counter
                        """))
                .containsExactly(
                        "harbor HOLD",
                        "online HOLD",
                        "harbor RELEASE",
                        "online RELEASE",
                        "harbor RUN",
                        "online RUN",
                        "harbor SCHEDULE5",
                        "online SCHEDULE5");
    }
}
