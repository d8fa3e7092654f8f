package io.counterpart.testsupport.schema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaCheckTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode document = JSON.readTree("""
            {"person": {
              "type": "object",
              "required": ["name"],
              "properties": {
                "name": {"type": "string", "maxLength": 3, "pattern": "^[A-Z]"},
                "id": {"type": ["string", "null"], "format": "uuid"},
                "kind": {"type": "string", "enum": ["A", "B"]},
                "friends": {"type": "array", "maxItems": 1, "items": {"$ref": "#/person"}},
                "age": {"oneOf": [{"type": "integer"}, {"type": "null"}]}}}}
            """);

    private final SchemaCheck check = new SchemaCheck(document);

    @Test
    void findsNothingInAValidValue() {
        JsonNode valid = JSON.readTree(
                "{\"name\": \"Ann\", \"id\": null, \"kind\": \"A\", \"friends\": [{\"name\": \"Bob\"}], \"age\": 7}");

        assertThat(check.differences(document.path("person"), valid)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                            | /name is missing
            {"name": null}                                | /name is NULL, not [string]
            {"name": "Anna"}                              | /name is longer than 3
            {"name": "ann"}                               | /name does not match "^[A-Z]"
            {"name": "Ann", "id": "x"}                    | /id is not a uuid
            {"name": "Ann", "kind": "C"}                  | /kind is "C", not one of ["A","B"]
            {"name": "Ann", "age": "old"}                 | /age is STRING, not [integer]
            {"name": "Ann", "friends": [{}]}              | /friends/0/name is missing
            {"name": "Ann", "town": "Harbor"}             | /town is not declared
            """)
    void namesTheDifference(String value, String difference) {
        assertThat(check.differences(document.path("person"), JSON.readTree(value)))
                .containsExactly(difference);
    }
}
