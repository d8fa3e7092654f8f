package io.counterpart.hq.staging;

import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.topics.WireJson;
import io.counterpart.messaging.intake.RejectedRecordException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OperationReaderTests {

    private final WireJson json = new WireJson();
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

    private void refuses(UnaryOperator<String> spoil) {
        assertThatThrownBy(() -> read(spoil)).isInstanceOf(RejectedRecordException.class);
    }

    private void read(UnaryOperator<String> change) {
        reader.read(change.apply(json.write(OperationFixtures.creation())));
    }
}
