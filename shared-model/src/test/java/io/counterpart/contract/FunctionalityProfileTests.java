package io.counterpart.contract;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.configuration.OrderMode;
import io.counterpart.contract.configuration.TillSection;

import static org.assertj.core.api.Assertions.assertThat;

/** What the profile of an HQ of an earlier release means. */
class FunctionalityProfileTests {

    private static final String EARLIER = """
            {"id": "stores", "name": "Stores", "createCustomersInAsyncMode": true, "createOrdersInAsyncMode": true}
            """;

    @Test
    void anEarlierReleaseShowsEverythingAndRequiresNothing() {
        FunctionalityProfile profile = JsonMapper.shared().readValue(EARLIER, FunctionalityProfile.class);

        assertThat(profile.shownTillSections()).containsExactly(TillSection.values());
        assertThat(profile.requiresPrimaryAddress()).isFalse();
        assertThat(profile.requiredFields()).isEmpty();
        assertThat(profile.modeOfOrders()).isEqualTo(OrderMode.ASYNC);
    }
}
