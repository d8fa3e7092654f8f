package io.counterpart.hq.customer;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerPageTrailTests {

    private static final String A = new UUID(1, 1).toString();
    private static final String B = new UUID(2, 2).toString();
    private static final String C = new UUID(3, 3).toString();

    @Test
    void leadsBackThroughTheSamePages() {
        CustomerPageTrail first = CustomerPageTrail.of("s", null, null);
        assertThat(first.isFirst()).isTrue();
        assertThat(first.next(A)).isEqualTo("/customers?search=s&cursor=" + A);

        CustomerPageTrail second = CustomerPageTrail.of("s", A, null);
        assertThat(second.isFirst()).isFalse();
        assertThat(second.previous()).isEqualTo("/customers?search=s");
        assertThat(second.next(B)).isEqualTo("/customers?search=s&cursor=" + B + "&earlier=" + A);

        CustomerPageTrail third = CustomerPageTrail.of("s", B, A);
        assertThat(third.previous()).isEqualTo("/customers?search=s&cursor=" + A);
        assertThat(third.next(C)).isEqualTo("/customers?search=s&cursor=" + C + "&earlier=" + A + "," + B);
    }

    @Test
    void keepsTheAddressShort() {
        String earlier =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(100).collect(Collectors.joining(","));
        assertThat(CustomerPageTrail.of("s", A, earlier).next(B)).hasSizeLessThan(1_300);
    }

    @Test
    void ignoresWhatIsNoCursor() {
        assertThat(CustomerPageTrail.of("s", A, "x,,<script>," + B).previous())
                .isEqualTo("/customers?search=s&cursor=" + B);
    }
}
