package io.counterpart.hq.deadletter;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static io.counterpart.hq.deadletter.DeadLetterFixtures.P_0001;
import static io.counterpart.hq.deadletter.DeadLetterFixtures.WRONG_SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

/** Dead letters have a cause and a sender, and form groups that are discarded at once. */
@HqManualContext
@Import(DeadLetterBroker.class)
class DeadLetterGroupIT {

    @Autowired
    DeadLetterGroupService groups;

    @Autowired
    DeadLetterService letters;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        DeadLetterFixtures.clear(work);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Unreadable: invalid JSON at line 1, column 1                                | INVALID_JSON
            Unreadable: the JSON is nested too deeply or too long                       | INVALID_JSON
            Unreadable: Unrecognized token Quimby: was expecting JSON                   | INVALID_JSON
            Unreadable: the value at /body is missing or has the wrong type             | INVALID_VALUE
            Unreadable: Operation numbers start at 1                                    | INVALID_VALUE
            Unreadable: the service cannot process it                                   | PROCESSING_FAILED
            Unreadable: The schema version is newer than HQ                             | NEWER_VERSION
            Refused: The channel database is unknown: pier                              | UNKNOWN_CHANNEL_DATABASE
            Refused: The channel is unknown: PIER                                       | UNKNOWN_CHANNEL
            Refused: The channel PIER does not belong to the channel database harbor    | FOREIGN_CHANNEL
            Refused: The signature is missing                                           | SIGNATURE_MISSING
            Refused: The signature is wrong                                             | SIGNATURE_WRONG
            Refused: something new                                                      | OTHER
            Unbearable: the database rejected a value (SQLSTATE 22001)                  | DATABASE_REJECTED
            Unbearable: PreparedStatementCallback; SQL [insert into x]; ERROR: too long | DATABASE_REJECTED
            Unbearable: the service cannot process it                                   | PROCESSING_FAILED
            Too large for the dead letters, value left out. Unreadable: invalid JSON    | TOO_LARGE
            No reason given                                                             | OTHER
            """)
    void derivesTheCauseFromTheReason(String reason, DeadLetterCause cause) {
        DeadLetterFixtures.add(work, P_0001, reason, 1);

        assertThat(groups.list(false)).extracting(DeadLetterGroup::cause).containsExactly(cause);
        assertThat(letters.list(new DeadLetterFilter(false, cause, P_0001), Long.MAX_VALUE, 10))
                .extracting(DeadLetter::cause)
                .containsExactly(cause);
    }

    @Test
    void groupsByCauseAndTopicWithTheAffectedChannels() {
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 3);
        DeadLetterFixtures.add(work, "cdx.1010", WRONG_SIGNATURE, 2);
        DeadLetterFixtures.add(work, P_0001, "Unreadable: invalid JSON at line 1, column 1", 1);
        work.jdbcUpdate("""
                insert into dead_letter (topic, partition, position, value, reason, arrived_at)
                values ('cdx.p-0001', 9, 1, convert_to('{"channel" : "STATION", "channelDatabase":"pier", "kind', 'UTF8'),
                  'Refused: The signature is wrong', now())
                """);

        List<DeadLetterGroup> found = groups.list(false);

        assertThat(found).hasSize(3);
        DeadLetterGroup first = found.get(0);
        assertThat(first.cause()).isEqualTo(DeadLetterCause.SIGNATURE_WRONG);
        assertThat(first.topic()).isEqualTo(P_0001);
        assertThat(first.open()).isEqualTo(4);
        assertThat(first.channels()).containsExactly("HARBOR", "STATION");
        assertThat(first.channelDatabases()).containsExactly("harbor", "pier");
        assertThat(first.oldest()).isBefore(first.newest());
        assertThat(first.isRetryable()).isTrue();
        // HQ publishes the topic itself: the records name where a customer was created, not who is affected.
        assertThat(found.get(1).channels()).isEmpty();
        assertThat(found.get(1).isRetryable()).isFalse();
    }

    @Test
    void storesValuesThatAreNoText() {
        work.jdbcUpdate("""
                insert into dead_letter (topic, partition, position, key, value, reason, arrived_at)
                values ('cdx.p-0001', 0, 1, 'x', decode('fffe00ff', 'hex'), 'No reason given', now()),
                  ('cdx.p-0001', 0, 2, 'x', null, 'No reason given', now()),
                  ('cdx.sessions', 0, 3, 'harbor', decode('fffe00ff', 'hex'), 'No reason given', now()),
                  ('cdx.sessions', 0, 4, '<b>', null, 'No reason given', now())
                """);

        assertThat(work.texts("select coalesce(channel_database, '-') from dead_letter order by position"))
                .containsExactly("-", "-", "harbor", "-");
    }

    @Test
    void listsTheLettersOfAGroupInPages() {
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 5);
        DeadLetterFixtures.add(work, "cdx.sessions", WRONG_SIGNATURE, 5);
        var filter = new DeadLetterFilter(false, DeadLetterCause.SIGNATURE_WRONG, P_0001);

        List<DeadLetter> page = letters.list(filter, Long.MAX_VALUE, 3);
        List<DeadLetter> next = letters.list(filter, page.get(2).id(), 3);

        assertThat(page).extracting(DeadLetter::key).containsExactly("5", "4", "3");
        assertThat(next).extracting(DeadLetter::key).containsExactly("2", "1");
    }

    @Test
    void discardsTenThousandWithOneReasonAndOneAuditEntry() {
        DeadLetterFixtures.add(work, "cdx.1010", WRONG_SIGNATURE, 10_000);
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 1);
        DeadLetterSelection selection = selection("cdx.1010");
        DeadLetterFixtures.add(work, "cdx.1010", WRONG_SIGNATURE, 1);

        assertThat(groups.discard(selection, "A test of signatures")).isEqualTo(10_000);
        assertThat(groups.discard(selection, "A second click")).isZero();

        assertThat(work.number("""
                select count(*) from dead_letter where status = 'DISCARDED' and settled_because = 'A test of signatures'
                """)).isEqualTo(10_000);
        assertThat(work.number("select count(*) from dead_letter where status = 'OPEN'"))
                .as("another group, and one that arrived after the preview")
                .isEqualTo(2);
        assertThat(work.texts("select action || ' ' || subject || ' ' || (detail ->> 'letters') || ' ' ||"
                        + " (detail ->> 'reason') from audit_entry"))
                .containsExactly("discard-all Dead letters SIGNATURE_WRONG of cdx.1010 10000 A test of signatures");
    }

    @Test
    void countsEachDiscardedLetterForOneOperator() {
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 2_000);
        DeadLetterSelection selection = selection(P_0001);

        List<Integer> discarded = Simultaneously.run(6, number -> groups.discard(selection, "By operator " + number));

        assertThat(discarded.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2_000);
        assertThat(work.number("select sum((detail ->> 'letters')::int) from audit_entry"))
                .isEqualTo(2_000);
        assertThat(work.number("select count(*) from dead_letter where status = 'DISCARDED'"))
                .isEqualTo(2_000);
    }

    private DeadLetterSelection selection(String topic) {
        DeadLetterGroup group =
                groups.find(false, DeadLetterCause.SIGNATURE_WRONG, topic).orElseThrow();
        return new DeadLetterSelection(group.cause(), group.topic(), group.upTo());
    }
}
