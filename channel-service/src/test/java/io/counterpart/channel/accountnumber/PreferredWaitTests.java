package io.counterpart.channel.accountnumber;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PreferredWaitTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=3                    | 3",
                "respond-async, WAIT = \"4\" | 4",
                "wait=0                    | 0",
                "wait=600                  | 10",
                "wait=-1                   | 0",
                "wait=soon                 | 0",
                "await=5                   | 0",
                "wait=99999999999          | 0",
                "return=minimal            | 0"
            })
    void readsThePreferenceAndIgnoresWhatItCannotRead(String prefer, long seconds) {
        assertThat(PreferredWait.of(prefer)).hasSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "respond-async            | true",
                "Respond-Async, wait=5    | true",
                "wait=5,respond-async     | true",
                "wait=5; respond-async    | true",
                "respond-asynchronously   | false",
                "not-respond-async        | false",
                "wait=5                   | false"
            })
    void readsWhetherTheCallerPrefersAnAsynchronousResponse(String prefer, boolean async) {
        assertThat(PreferredWait.isAsync(prefer)).isEqualTo(async);
    }
}
