package io.counterpart.stack.tour;

import java.io.IOException;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.HqClient;
import io.counterpart.stack.client.HttpResult;

/** Sets at HQ whether the stores call HQ when they create a customer, and waits until HARBOR runs the setting. */
record CreationModeSwitch(HqClient hq, ChannelClient harbor) {

    void set(String mode, StepReport report) throws IOException {
        String profile = profileOf("HARBOR");
        HttpResult before = hq.http().get(profile).expect(200);
        ObjectNode wanted = (ObjectNode) before.body().deepCopy();
        wanted.put("createCustomersInAsyncMode", mode.equals("ASYNC"));
        report.sent("HQ: PUT %s  createCustomersInAsyncMode %s".formatted(profile, mode.equals("ASYNC")));
        hq.http()
                .send("PUT", profile, wanted, Map.of("If-Match", before.etag().orElse("*")))
                .expect(200);
        HttpResult running = Await.until(
                "The profile in HARBOR (job 1070)",
                () -> harbor.configuration().expect(200),
                it -> it.text("customerCreationMode").filter(mode::equals).isPresent());
        report.received(running, "HARBOR has applied it: customerCreationMode " + mode);
    }

    private String profileOf(String channel) throws IOException {
        for (JsonNode item :
                hq.http().get("/api/v1/channels").expect(200).body().path("items")) {
            if (item.path("channel").asString().equals(channel)) {
                return "/api/v1/functionality-profiles/"
                        + item.path("functionalityProfile").asString();
            }
        }
        throw new TourFailedException("Unknown channel at HQ: " + channel);
    }
}
