package io.counterpart.hq.page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvRowTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "=1\n+2"})
    void neutralizesWhatASpreadsheetWouldEvaluate(String text) {
        assertThat(CsvRow.cell(text).replace("\"", "")).startsWith("'");
    }

    @Test
    void quotesWhatWouldEndACell() {
        assertThat(CsvRow.cell("a,\"b\"\nc")).isEqualTo("\"a,\"\"b\"\"\nc\"");
        assertThat(CsvRow.cell("plain")).isEqualTo("plain");
        assertThat(CsvRow.cell(null)).isEmpty();
    }
}
