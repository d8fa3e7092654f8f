package io.counterpart.support.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OperationNoteTests {

    @Test
    void readsTheHeadersOfEachResponseAndTheFurtherProblems() {
        OperationNote note = OperationNote.of("Customers", "put", "200 ETag Location 201 ETag 404 409 If-Match", "Put");

        assertThat(note.successes()).isEqualTo(Map.of("200", List.of("ETag", "Location"), "201", List.of("ETag")));
        assertThat(note.problems()).containsExactly("404", "409");
        assertThat(note.ifMatch()).isTrue();
    }

    @Test
    void reportsALineWithAMissingColumn() {
        assertThatThrownBy(() -> OperationNote.read("Customers", "GET /customers | list | 200", new HashMap<>()))
                .hasMessageContaining("GET /customers");
    }
}
