package io.counterpart.hq.channel;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class NumberSequenceApiIT extends ConfigurationApiSupport {

    @Test
    void setsUpNumberSequencesAndMovesTheirEndButNotBelowWhatWasGiven() {
        String path = "/api/v1/number-sequences/customer";
        work.stage(List.of(OperationFixtures.creation(), OperationFixtures.creation()));
        work.synchronize();

        assertThat(get(path))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"name\": \"customer\", \"nextNumber\": 3, \"next\": \"C-0000003\", \"left\": 999997}");
        assertThat(put(path, null, "{\"lastNumber\": 5}")).hasStatus(428);
        assertThat(put(path, tag(path), "{\"lastNumber\": 1}")).hasStatus(422);
        assertThat(put(path, tag(path), "{\"lastNumber\": 5}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.left")
                .isEqualTo(3);
        assertThat(put(path, "\"999999\"", "{\"lastNumber\": 9}")).hasStatus(412);
        assertThat(put(path, tag(path), "{\"lastNumber\": 20, \"step\": 5, \"format\": \"K{000}\"}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"next\": \"K003\", \"left\": 4, \"step\": 5}");
        work.stage(List.of(OperationFixtures.creation(), OperationFixtures.creation()));
        work.synchronize();
        assertThat(work.texts("select account_number from customer order by 1"))
                .containsExactly("C-0000001", "C-0000002", "K003", "K008");
        assertThat(put(path, tag(path), "{\"lastNumber\": 20, \"format\": \"no braces\"}"))
                .hasStatus(422);
        assertThat(put(path, tag(path), "{\"lastNumber\": 20, \"step\": 0}")).hasStatus(422);
        assertThat(put("/api/v1/number-sequences/nothing", null, "{\"lastNumber\": 20}"))
                .hasStatus(404);
        work.jdbcUpdate("delete from number_sequence where name = 'loyalty-card'");
        assertThat(put("/api/v1/number-sequences/loyalty-card", null, "{\"lastNumber\": 9, \"format\": \"L{1}\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.next")
                .isEqualTo("L1");
        assertThat(get("/api/v1/number-sequences/nothing")).hasStatus(404);
        assertThat(get("/api/v1/number-sequences")).bodyText().contains("sales-order", "loyalty-card");
    }
}
