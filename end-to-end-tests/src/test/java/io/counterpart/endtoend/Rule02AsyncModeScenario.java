package io.counterpart.endtoend;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.JsonClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Async mode by the functionality profile, in stores and online stores alike: HQ is not called. */
class Rule02AsyncModeScenario extends RuleStory {

    @ParameterizedTest
    @ValueSource(strings = {"harbor", "online"})
    void makesNoCallToHeadquarters(String channelDatabase) throws IOException {
        long calls = calls(channelDatabase);

        for (int i = 0; i < 20; i++) {
            var created = channel(channelDatabase)
                    .create(person("firstName", "No" + i))
                    .expect(201);
            assertThat(created.text("displayAccountNumber")).contains("Pending sync");
            assertThat(created.text("asyncReason")).contains("FUNCTIONALITY_PROFILE");
        }

        assertThat(calls(channelDatabase)).isEqualTo(calls);
        soon().untilAsserted(() -> assertThat(
                        databases.count("hq", "select count(*) from customer where last_name = ?", name))
                .isEqualTo(20));
    }

    private ChannelClient channel(String channelDatabase) {
        return channelDatabase.equals("online") ? stack.online() : stack.harbor();
    }

    /** How often the channel service asked HQ, as its own meter has it. */
    private long calls(String channelDatabase) throws IOException {
        var management = new JsonClient(stack.addresses().management(channelDatabase), "");
        var meter = management.get("/actuator/metrics/counterpart.realtime.calls");
        if (meter.status() == 404) {
            return 0;
        }
        return List.of(meter.expect(200).body().path("measurements")).stream()
                .flatMap(all -> all.valueStream())
                .filter(one -> one.path("statistic").asString().equals("COUNT"))
                .mapToLong(one -> one.path("value").asLong())
                .sum();
    }
}
