package io.counterpart.support.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SchemaLimitsTests {

    private final Schema<?> name = text();
    private final Schema<Object> kind = text();
    private final Schema<?> person = new JsonSchema();
    private final OpenAPI api = new OpenAPI().components(new Components().addSchemas("Person", person));

    SchemaLimitsTests() {
        kind.setEnum(new ArrayList<>(Arrays.asList("A", "B", null)));
        person.addProperty("name", name);
        person.addProperty("kind", kind);
    }

    @Test
    void addsTheLimitsOfAField() {
        SchemaLimits.of("Person").text("name", 20, "^[A-Z]").customise(api);

        assertThat(name.getMaxLength()).isEqualTo(20);
        assertThat(name.getPattern()).isEqualTo("^[A-Z]");
    }

    @Test
    void aRequiredFieldIsNotNull() {
        SchemaLimits.of("Person").required("kind").customise(api);

        assertThat(person.getRequired()).containsExactly("kind");
        assertThat(kind.getTypes()).containsExactly("string");
        assertThat(kind.getEnum()).containsExactly("A", "B");
    }

    @Test
    void aRenamedFieldDoesNotLoseItsLimitSilently() {
        var limits = SchemaLimits.of("Person").text("surname", 20);

        assertThatThrownBy(() -> limits.customise(api)).hasMessageContaining("surname");
    }

    @Test
    void aRenamedSchemaDoesNotLoseItsLimitsSilently() {
        var limits = SchemaLimits.of("Human").text("name", 20);

        assertThatThrownBy(() -> limits.customise(api)).hasMessageContaining("Human");
    }

    private static Schema<Object> text() {
        Schema<Object> text = new JsonSchema();
        text.setTypes(Set.of("string", "null"));
        return text;
    }
}
