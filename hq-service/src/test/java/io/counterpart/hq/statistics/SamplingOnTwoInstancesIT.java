package io.counterpart.hq.statistics;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/** Several instances of HQ sample the same database, and count each operation once. */
@HqManualContext
class SamplingOnTwoInstancesIT extends StatisticsSupport {

    @Autowired
    SampleRepository repository;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void oneOfThemSamplesEachMinute() {
        for (int minute = 1; minute <= 10; minute++) {
            var at = ten(minute);
            convertAt(at.minusSeconds(30), OperationFixtures.creation(), withoutName());

            List<CompletableFuture<Boolean>> instances = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> sampleAt(at)))
                    .limit(4)
                    .toList();

            assertThat(instances.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
        }
        assertThat(work.texts("""
                        select concat_ws(' ', count(*), sum(staged), sum(applied), sum(failed)) from statistics_sample
                        where length = 'MINUTE' and channel_database = ''
                        """)).containsExactly("10 20 9 10");
    }

    @Test
    void theOthersDoNotWaitForTheOneThatIsSampling() {
        transaction.executeWithoutResult(status -> {
            assertThat(repository.tryLock()).isTrue();
            assertThat(CompletableFuture.supplyAsync(() -> sampleAt(ten(1))).join())
                    .isFalse();
        });
        assertThat(work.count("statistics_sample")).isZero();

        assertThat(sampleAt(ten(1))).isTrue();
    }
}
