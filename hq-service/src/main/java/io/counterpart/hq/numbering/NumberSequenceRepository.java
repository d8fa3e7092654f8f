package io.counterpart.hq.numbering;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code number_sequence}. */
@Repository
class NumberSequenceRepository {

    // The row is locked until the transaction ends: two blocks never overlap, and a rollback gives the block back.
    private static final String TAKE = """
            update number_sequence
            set next_number = next_number + :count, version = version + 1
            where name = :name and next_number + :count - 1 <= last_number
            returning format, next_number - :count as first
            """;

    private static final String REMAINING =
            "select last_number - next_number + 1 from number_sequence where name = :name";

    private final JdbcClient jdbc;

    NumberSequenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Block> take(String name, int count) {
        return jdbc.sql(TAKE)
                .param("name", name)
                .param("count", count)
                .query(Block.class)
                .optional();
    }

    long remaining(String name) {
        return jdbc.sql(REMAINING)
                .param("name", name)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    List<SequenceDesk.Line> all() {
        return jdbc.sql("select name, format, next_number, last_number from number_sequence order by name")
                .query(SequenceDesk.Line.class)
                .list();
    }

    /** Whether the end was still where the caller saw it; every number that is given changes the version. */
    boolean extend(String name, long lastNumber, long seen) {
        return jdbc.sql("""
                        update number_sequence set last_number = :last
                        where name = :name and last_number = :seen and next_number <= :last + 1
                        """)
                        .param("last", lastNumber)
                        .param("name", name)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** Some numbers that are nobody else's. */
    record Block(String format, long first) {}
}
