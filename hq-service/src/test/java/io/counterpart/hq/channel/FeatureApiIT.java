package io.counterpart.hq.channel;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.Topics;
import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class FeatureApiIT extends ConfigurationApiSupport {

    @Test
    void enablesAFeatureOnlyWithWhatItNeeds() {
        String editing = "/api/v1/features/async-customer-editing";
        assertThat(put(editing, tag(editing), "{\"enabled\": true}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.missing")
                .asArray()
                .containsExactly("enhanced-async-customer-creation", "async-customer-addresses");

        for (String name : new String[] {"enhanced-async-customer-creation", "async-customer-addresses"}) {
            assertThat(put("/api/v1/features/" + name, tag("/api/v1/features/" + name), "{\"enabled\": true}"))
                    .hasStatusOk();
        }
        assertThat(put(editing, tag(editing), "{\"enabled\": true}")).hasStatusOk();
        assertThat(put(
                        "/api/v1/features/performance-improvements",
                        tag("/api/v1/features/performance-improvements"),
                        "{\"enabled\": false}"))
                .hasStatus(409);
        assertThat(work.publishedTo(Topics.GLOBAL_CONFIGURATION_1110))
                .hasSize(3)
                .last()
                .asString()
                .contains("async-customer-editing");
    }

    @Test
    void saysInHowManyChannelsAFeatureIsAtWork() {
        String path = "/api/v1/features/async-customer-addresses";
        put(path, tag(path), "{\"enabled\": true}");
        assertThat(get(path)).bodyJson().extractingPath("$.activeIn").isEqualTo(0);

        work.jdbcUpdate("""
                insert into channel_heartbeat (channel_database, at, report)
                select 'harbor', now(), jsonb_build_object('globalVersion', told_in)
                from feature where name = 'async-customer-addresses'
                """);

        assertThat(get(path)).bodyJson().isLenientlyEqualTo("{\"activeIn\": 2, \"channels\": 3}");
    }
}
