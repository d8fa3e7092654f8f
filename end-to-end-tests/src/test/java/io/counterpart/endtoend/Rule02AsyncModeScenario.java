package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.DemoTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Async mode by the functionality profile, in stores and online stores alike: HQ is not called. */
class Rule02AsyncModeScenario extends RuleScenario {

    private static final Pattern COUNT =
            Pattern.compile("^counterpart_realtime_calls_seconds_count\\{[^}]*} ([0-9.E]+)$", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"harbor", "online"})
    void makesNoCallToHeadquarters(String channelDatabase) throws IOException {
        long before = calls(channelDatabase);
        channel(channelDatabase).search(name, "all").expect(200);
        long calls = calls(channelDatabase);
        assertThat(calls).as("The metric counts a search of all channels").isGreaterThan(before);

        for (int i = 0; i < 20; i++) {
            var created = channel(channelDatabase)
                    .create(newCustomer("firstName", "No" + i))
                    .expect(201);
            assertThat(created.text("displayAccountNumber")).contains("Pending sync");
            assertThat(created.text("asyncReason")).contains("FUNCTIONALITY_PROFILE");
        }

        assertThat(calls(channelDatabase)).isEqualTo(calls);
        eventually()
                .untilAsserted(() -> assertThat(
                                databases.count("hq", "select count(*) from customer where last_name = ?", name))
                        .isEqualTo(20));
    }

    private ChannelClient channel(String channelDatabase) {
        return channelDatabase.equals("online") ? stack.online() : stack.harbor();
    }

    /** How often the channel service called the Real-time service, according to its own metric. */
    private long calls(String channelDatabase) throws IOException {
        var address = stack.addresses().management(channelDatabase).resolve("/actuator/prometheus");
        var connection = address.toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + DemoTokens.SCRAPE);
        try (var metrics = connection.getInputStream()) {
            return COUNT.matcher(new String(metrics.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .mapToLong(count -> (long) Double.parseDouble(count.group(1)))
                    .sum();
        }
    }
}
