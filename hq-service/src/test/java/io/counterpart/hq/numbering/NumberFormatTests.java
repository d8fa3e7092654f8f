package io.counterpart.hq.numbering;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NumberFormatTests {

    @Test
    void putsTheNumberWhereTheBracesAre() {
        assertThat(NumberFormat.of("C-{0000001}").format(42)).isEqualTo("C-0000042");
        assertThat(NumberFormat.of("{01}/US").format(7)).isEqualTo("07/US");
    }

    @Test
    void growsBeyondItsDigits() {
        assertThat(NumberFormat.of("C-{01}").format(12_345)).isEqualTo("C-12345");
    }

    @Test
    void refusesAFormatWithoutAPlaceForTheNumber() {
        assertThatThrownBy(() -> NumberFormat.of("C-")).isInstanceOf(IllegalStateException.class);
    }
}
