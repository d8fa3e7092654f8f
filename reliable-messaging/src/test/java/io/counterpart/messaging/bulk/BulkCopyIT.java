package io.counterpart.messaging.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BulkCopyIT {

    private static final HikariDataSource POOL = new HikariDataSource();

    private final JdbcTemplate jdbc = new JdbcTemplate(POOL);
    private final BulkCopy copy = new BulkCopy(POOL);

    @BeforeAll
    static void open() {
        TestDatabase database = TestDatabase.fresh("copy");
        POOL.setJdbcUrl(database.url());
        POOL.setUsername(database.user());
        POOL.setPassword(database.password());
        new JdbcTemplate(POOL)
                .execute("create table thing (id integer primary key, word varchar(400000), words text[])");
    }

    @AfterAll
    static void close() {
        POOL.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("truncate thing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "plain",
                "tab\there",
                "line\nbreak",
                "carriage\rreturn\r\n",
                "back\\slash",
                "\\",
                "\\.",
                "\\N",
                "\\t",
                "\"quoted\"",
                "'single'",
                "{curly, brackets}",
                "NULL",
                "null",
                "a,b",
                "emoji 😀👩‍👩‍👧",
                "שלום עולם",
                "\u202Eoverride",
                "bell\u0007 and vertical\u000B",
                "e\u0301"
            })
    void bringsEveryTextInAsItIs(String text) {
        copy.send(rows().row(1, text, List.of(text, "other", text)));

        assertThat(word(1)).isEqualTo(text);
        assertThat(words(1)).containsExactly(text, "other", text);
    }

    @Test
    void bringsNullInAsNull() {
        copy.send(rows().row(1, null, null).row(2, "", List.of()).row(3, "x", Arrays.asList("a", null)));

        assertThat(word(1)).isNull();
        assertThat(jdbc.queryForObject("select words is null from thing where id = 1", Boolean.class))
                .isTrue();
        assertThat(word(2)).isEmpty();
        assertThat(words(2)).isEmpty();
        assertThat(words(3)).containsExactly("a", null);
    }

    /**
     * The driver reads text in chunks of a power of two: with one of these lengths an emoji crosses a chunk boundary.
     */
    @Test
    void cutsNoCharacterInTwo() {
        String text = "😀".repeat(100_000);

        copy.send(rows().row(1, text, null).row(2, "a" + text, null));

        assertThat(word(1)).isEqualTo(text);
        assertThat(word(2)).isEqualTo("a" + text);
    }

    @Test
    void belongsToTheTransactionOfTheCaller() {
        new TransactionTemplate(new JdbcTransactionManager(POOL)).executeWithoutResult(status -> {
            copy.send(rows().row(1, "gone", null));
            status.setRollbackOnly();
        });

        assertThat(jdbc.queryForObject("select count(*) from thing", Long.class))
                .isZero();
    }

    @Test
    void translatesDatabaseErrorsToSpringExceptions() {
        assertThatThrownBy(() -> copy.send(rows().row(1, "a", null).row(1, "b", null)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> copy.send(rows().row(1, "nul \0 byte", null)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void doesNothingForNoRows() {
        copy.send(rows());

        assertThat(rows().isEmpty()).isTrue();
        assertThat(rows().row(1, "a", null).size()).isEqualTo(1);
    }

    @Test
    void refusesARowOfAnotherWidth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows().row(1, "two values"))
                .withMessageContaining("2 values for 3 columns");
    }

    private static CopyRows rows() {
        return CopyRows.into("thing", "id", "word", "words");
    }

    private @Nullable String word(int id) {
        return jdbc.queryForObject("select word from thing where id = ?", String.class, id);
    }

    private List<String> words(int id) {
        return new ArrayList<>(jdbc.queryForList("select unnest(words) from thing where id = ?", String.class, id));
    }
}
