package io.counterpart.hq.staging;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.messaging.intake.RejectedRecordException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OperationReaderTests {

    private final MessageJson json = new MessageJson();
    private final OperationReader reader = new OperationReader(json);

    @Test
    void readsWhatAChannelWrites() {
        var creation = OperationFixtures.creation();

        assertThat(reader.read(json.write(creation))).isEqualTo(creation);
    }

    @Test
    void doesNotMindFieldsThatItDoesNotKnow() {
        assertThatCode(() -> read(text -> text.replaceFirst("\\{", "{\"mood\":\"good\",")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesNonsense() {
        refuses(text -> text.replace("\"schemaVersion\":1", "\"schemaVersion\":2"));
        refuses(text -> text.replace("\"operationNumber\":1", "\"operationNumber\":0"));
        refuses(text -> text.replace("\"operationNumber\":1", "\"operationNumber\":2147483647"));
        refuses(text -> text.replaceFirst("\"operationId\":\"[^\"]*\"", "\"operationId\":null"));
        refuses(text -> text.replace("\"channel\":\"HARBOR\"", "\"channel\":\"" + "x".repeat(21) + "\""));
        refuses(text -> text.replace("\"type\":\"PERSON\"", "\"type\":null"));
        refuses(text -> text.replace("\"purpose\":\"HOME\"", "\"purpose\":null"));
    }

    @Test
    void refusesTheCharacterThatPostgresCannotStore() {
        refuses(text -> text.replace("\"Ann\"", "\"A\\u0000nn\""));
        refuses(text -> text.replace("\"Ann\"", "\"A\\\\\\u0000nn\""));
        assertThatCode(() -> read(text -> text.replace("\"Ann\"", "\"A\\\\u0000nn\"")))
                .as("an escaped backslash before u0000")
                .doesNotThrowAnyException();
    }

    @Test
    void refusesATimeThatPostgresCannotStore() {
        refuses(text ->
                text.replaceFirst("\"occurredAt\":\"[^\"]*\"", "\"occurredAt\":\"-1000000000-01-01T00:00:00Z\""));
    }

    @Test
    void readsNoValueOfOneTypeAsAnother() {
        for (String change : List.of(
                "\"operationNumber\":1|\"operationNumber\":1.5",
                "\"operationNumber\":1|\"operationNumber\":1.0",
                "\"operationNumber\":1|\"operationNumber\":\"1\"",
                "\"operationNumber\":1|\"operationNumber\":true",
                "\"operationNumber\":1|\"operationNumber\":2147483648",
                "\"Ann\"|5",
                "\"Ann\"|true",
                "\"Ann\"|{\"a\": [1, 2]}",
                "\"Ann\"|[\"Ann\"]",
                "\"PERSON\"|0",
                "\"primary\":true|\"primary\":\"yes\"",
                "\"primary\":true|\"primary\":1",
                "\"shoeSize\":38|\"shoeSize\":{\"a\":1}")) {
            String[] parts = change.split("\\|", 2);
            String text = json.write(OperationFixtures.creation());
            assertThat(text).contains(parts[0]);

            assertThatThrownBy(() -> reader.read(text.replace(parts[0], parts[1])))
                    .as(change)
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void refusesAnObjectAsTheNewValueOfAField() {
        String edit =
                json.write(OperationFixtures.edit(UUID.randomUUID(), 2, new FieldChange("lastName", "Lee", "Li")));

        assertThatThrownBy(() -> reader.read(edit.replace("\"Li\"", "{\"a\": [1, 2]}")))
                .isInstanceOf(RejectedRecordException.class)
                .hasMessage("A value is an object or a list");
    }

    private void refuses(UnaryOperator<String> spoil) {
        assertThatThrownBy(() -> read(spoil)).isInstanceOf(RejectedRecordException.class);
    }

    private void read(UnaryOperator<String> change) {
        reader.read(change.apply(json.write(OperationFixtures.creation())));
    }
}
