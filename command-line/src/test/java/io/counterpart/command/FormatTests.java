package io.counterpart.command;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables and CSV files. */
class FormatTests {

    @Test
    void anEmptyTableSaysSo() {
        assertThat(Table.of("id")).hasToString("Nothing found.\n");
    }

    @Test
    void columnsAreAsWideAsTheirContentAndLinesHaveNoBlanksAtTheEnd() {
        Table table = Table.of("job", "lastRun", "missing=missing.notUploaded")
                .add(json("{'job': 'P-0001', 'lastRun': null, 'missing': {'notUploaded': 7}}"))
                .add(json("{'job': '1010', 'lastRun': '2026-03-01T00:00:00Z'}"));

        assertThat(table).hasToString("""
                JOB     LAST RUN              MISSING
                P-0001                        7
                1010    2026-03-01T00:00:00Z
                """);
    }

    @Test
    void aValueCannotMoveTheCursorOfATerminal() {
        assertThat(Cells.text(json("{'name': 'a\\u001b[2Jb\\nc'}").path("name")))
                .isEqualTo("a [2Jb c");
    }

    @Test
    void aCellIsNoFormulaAndQuotesAreDoubled() {
        assertThat(Cells.csv(json("'=1+1'"))).isEqualTo("'=1+1");
        assertThat(Cells.csv(json("'a, \\\"b\\\"'"))).isEqualTo("\"a, \"\"b\"\"\"");
        assertThat(Cells.csv(json("-3"))).isEqualTo("-3");
        assertThat(Cells.csv(json("null"))).isEmpty();
    }

    @Test
    void anExportHasNoPersonalData() {
        String row = OperationCsv.row(
                json(
                        "{'id': 'x', 'status': 'FAILED', 'customerName': 'Ann Lee', 'changes': [{'newValue': 'Lee'}], 'lastError': 'Lee'}"));

        assertThat(row).startsWith("x,FAILED,").endsWith("\r\n").doesNotContain("Lee");
        assertThat(row.chars().filter(it -> it == ',').count())
                .isEqualTo(OperationCsv.HEADING.chars().filter(it -> it == ',').count());
    }

    private static JsonNode json(String text) {
        return HqApi.JSON.readTree(text.replace('\'', '"'));
    }
}
