package io.counterpart.command;

import java.io.IOException;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CheckUpgradeCommandTests {

    private static final String INSTALLATION = "GET /api/v1/installation";

    private FakeHq hq;

    @BeforeEach
    void start() throws IOException {
        hq = new FakeHq();
        hq.answer("GET /api/v1/batch-jobs", 200, "{'items': []}");
        hq.answer("GET /api/v1/number-sequences", 200, "{'items': []}");
        hq.answer("GET /api/v1/dead-letters/groups", 200, "{'items': []}");
    }

    @AfterEach
    void stop() {
        hq.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.2.0          | 1.2.0          | HQ runs 1.2.0, as wanted or newer                              | ok",
                "1.2.0          | 1.2.0          | channel service of harbor runs 1.2.0, as wanted or newer       | ok",
                "1.1.0          | 1.1.0          | HQ runs 1.1.0: upgrade it to 1.2.0 first                       | NEXT",
                "1.1.0          | 1.1.0          | channel service of harbor runs 1.1.0: upgrade it after HQ      | NEXT",
                "1.2.0          | 1.1.0          | channel service of harbor runs 1.1.0: upgrade it to 1.2.0      | NEXT",
                "1.2.0          |                | channel service of harbor runs an unknown release: upgrade it to 1.2.0 | NEXT",
                "1.2.0-SNAPSHOT | 1.2.0          | channel service of harbor runs 1.2.0, newer than HQ: upgrade HQ | ATTENTION",
            })
    void saysWhatToUpgradeNext(String ofHq, String ofChannel, String finding, String result) throws IOException {
        hq.answer(INSTALLATION, 200, "{'version': '%s'}".formatted(ofHq));
        hq.answer("GET /api/v1/pipeline", 200, pipeline(ofChannel == null ? "null" : "'" + ofChannel + "'"));

        var run = ProgramRun.of(hq, "check-upgrade", "--to", "1.2.0");

        assertThat(run.output().lines())
                .anySatisfy(line -> assertThat(line.replaceAll(" +", " ")).isEqualTo(result + " " + finding));
        assertThat(run.exitCode()).isEqualTo(result.equals("ATTENTION") ? ExitCode.ATTENTION : ExitCode.DONE);
    }

    @Test
    void aReleaseFromBeforeThisCheckIsUpgraded() throws IOException {
        hq.answer("GET /api/v1/pipeline", 200, pipeline("null"));

        var run = ProgramRun.of(hq, "check-upgrade", "--to", "1.2.0");

        assertThat(run.output()).contains("does not tell its release: upgrade it to 1.2.0 first");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void openDeadLettersNeedAttentionFirst() throws IOException {
        hq.answer(INSTALLATION, 200, "{'version': '1.1.0'}");
        hq.answer("GET /api/v1/pipeline", 200, pipeline("'1.1.0'"));
        hq.replace("GET /api/v1/dead-letters/groups", "{'items': [{'open': 3}]}");

        assertThat(ProgramRun.of(hq, "check-upgrade", "--to", "1.2.0").exitCode())
                .isEqualTo(ExitCode.ATTENTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "latest", "1.2.x", "01234567.0.0"})
    void whatIsNoReleaseIsAMistake(String to) throws IOException {
        var run = ProgramRun.of(hq, "check-upgrade", "--to", to);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.messages()).contains("--to: \"" + to + "\" is no release, such as 1.2.3");
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1.2.4",
        "1.2.3, 1.3.0",
        "1.9.0, 1.10.0",
        "1.0.0-SNAPSHOT, 1.0.0",
        "1.0.0-rc.1, 1.0.0-rc.2",
        "1.0.0-rc.2, 1.0.0-rc.10"
    })
    void releasesAreOrdered(String older, String newer) {
        assertThat(Release.of(older)).isLessThan(Release.of(newer));
        assertThat(Release.of(newer)).isGreaterThan(Release.of(older)).hasToString(newer);
    }

    private static String pipeline(String version) {
        return "{'items': [{'channelDatabase': 'harbor', 'lastContact': '%s', 'globalVersion': 1, 'serviceVersion': %s}]}"
                .formatted(Instant.now(), version);
    }
}
