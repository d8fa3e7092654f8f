package io.counterpart.endtoend;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Features are configured at HQ and take effect in a channel once job 1110 has distributed them. */
class Rule07FeaturesScenario extends RuleScenario {

    private static final String EDITING = "async-customer-editing";
    private static final String ADDRESSES = "async-customer-addresses";

    @Test
    void withoutEditingAPendingCustomerCannotBeEditedAndItsCapabilitiesSaySoBeforehand() throws IOException {
        administration.featureEverywhere(EDITING, false);
        administration.hold(AdministrationFixture.SYNCHRONIZE);
        var id = id(stack.harbor().create(newCustomer()).expect(201));

        var edit = stack.harbor().get(id.toString()).body().path("capabilities").path("edit");
        var refused = edit(stack.harbor(), id, Map.of("firstName", "Ann")).expect(409);

        assertThat(edit.path("allowed").asBoolean(true)).isFalse();
        assertThat(refused.text("type"))
                .contains("/problems/" + edit.path("reason").asString());
        assertThat(refused.text("type")).contains("/problems/edit-not-available-while-pending");
    }

    @Test
    void aFeatureActsOnlyAfterItsJobRan() throws IOException {
        administration.featureEverywhere(EDITING, false);
        administration.hold("1110");

        administration.feature(EDITING, true);

        assertThat(feature(EDITING).path("enabled").asBoolean()).isTrue();
        assertThat(feature(EDITING).path("activeIn").asInt()).isZero();
        // A customer that is created and converted in between proves that the channels have since received data from
        // HQ.
        accountNumberOf(stack.harbor(), id(stack.harbor().create(newCustomer()).expect(201)));
        assertThat(AdministrationFixture.runs(stack.harbor(), EDITING)).isFalse();

        administration.release("1110");

        eventually().until(() -> AdministrationFixture.runs(stack.harbor(), EDITING));
        eventually()
                .until(() -> feature(EDITING).path("activeIn").asInt()
                        == feature(EDITING).path("channels").asInt());
    }

    @Test
    void editingNeedsTheThreeOthersAndTheRefusalNamesThem() throws IOException {
        administration.featureEverywhere(EDITING, false);
        administration.featureEverywhere(ADDRESSES, false);
        var etag = stack.hq().http().get("/api/v1/features/" + EDITING).etag().orElseThrow();

        var refused = stack.hq()
                .http()
                .send("PUT", "/api/v1/features/" + EDITING, Map.of("enabled", true), Map.of("If-Match", etag))
                .expect(409);

        assertThat(refused.text("type")).contains("/problems/feature-prerequisites-missing");
        assertThat(refused.text("detail").orElse("")).contains(ADDRESSES);
    }

    @Test
    void theMandatoryOneCannotBeSwitchedOff() throws IOException {
        String path = "/api/v1/features/performance-improvements";
        var etag = stack.hq().http().get(path).etag().orElseThrow();

        assertThat(stack.hq()
                        .http()
                        .send("PUT", path, Map.of("enabled", false), Map.of("If-Match", etag))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void furtherEmailsNeedTheirFeature() throws IOException {
        administration.featureEverywhere("multiple-emails-and-phones", false);

        var refused = stack.harbor()
                .create(newCustomer("contacts", List.of(Map.of("type", "EMAIL", "value", "a@example.com"))))
                .expect(409);

        assertThat(refused.text("type")).contains("/problems/feature-disabled");
    }

    private tools.jackson.databind.JsonNode feature(String feature) throws IOException {
        return stack.hq().http().get("/api/v1/features/" + feature).expect(200).body();
    }
}
