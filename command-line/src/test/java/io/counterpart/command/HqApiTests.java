package io.counterpart.command;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HqApiTests {

    private FakeHq hq;

    @BeforeEach
    void start() throws IOException {
        hq = new FakeHq();
    }

    @AfterEach
    void stop() {
        hq.close();
    }

    @ParameterizedTest
    @CsvSource({
        "401, 4, token",
        "403, 4, HQ_API",
        "404, 5, reason",
        "409, 5, reason",
        "422, 5, reason",
        "503, 3, reason"
    })
    void aStatusIsAnExitCodeAndAMessage(int status, int exitCode, String message) {
        hq.answer("GET /x", status, "{'detail': 'The reason'}");

        assertThatThrownBy(() -> new HqApi(hq.address(), "t").get("/x"))
                .isInstanceOfSatisfying(
                        CommandFailedException.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(exitCode))
                .hasMessageContaining(message);
    }

    @Test
    void anAddressThatDoesNotAnswerIsNamed() {
        assertThatThrownBy(() -> new HqApi(URI.create("http://127.0.0.1:1"), "t").get("/x"))
                .isInstanceOfSatisfying(
                        CommandFailedException.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(ExitCode.NO_ANSWER))
                .hasMessageContaining("http://127.0.0.1:1");
    }

    @Test
    void aListIsReadPageByPageUpToTheLimit() {
        hq.answer("GET /list?status=FAILED&limit=3", 200, "{'items': [1, 2], 'nextCursor': 'a b'}")
                .answer("GET /list?status=FAILED&limit=1&cursor=a%20b", 200, "{'items': [3, 4], 'nextCursor': 'c'}");
        var found = new ArrayList<Integer>();

        new HqApi(hq.address(), "t").forEach("/list", Map.of("status", "FAILED"), 3, item -> found.add(item.asInt()));

        assertThat(found).containsExactly(1, 2, 3);
        assertThat(hq.requests).hasSize(2);
    }

    @Test
    void anAnswerThatIsNoJsonIsAnError() {
        hq.answer("GET /x", 500, "<html>");

        assertThatThrownBy(() -> new HqApi(hq.address(), "t").get("/x")).hasMessageContaining("status 500");
    }
}
