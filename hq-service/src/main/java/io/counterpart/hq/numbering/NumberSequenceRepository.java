package io.counterpart.hq.numbering;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code number_sequence}. */
@Repository
class NumberSequenceRepository {

    // The row is locked until the transaction ends: two blocks never overlap, and a rollback returns the block.
    private static final String CLAIM_BLOCK = """
            update number_sequence
            set next_number = next_number + :count * step, version = version + 1
            where name = :name and next_number + (:count - 1) * step <= last_number and not blocked
            returning format, next_number - :count * step as first, step
            """;

    private static final String LINES = "select name, format, step, next_number, last_number from number_sequence ";

    private final JdbcClient jdbc;

    NumberSequenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<NumberBlock> claimBlock(String name, int count) {
        return jdbc.sql(CLAIM_BLOCK)
                .param("name", name)
                .param("count", count)
                .query(NumberBlock.class)
                .optional();
    }

    boolean isBlocked() {
        return jdbc.sql("select exists (select from number_sequence where blocked)")
                .query(Boolean.class)
                .single();
    }

    void block(boolean blocked) {
        jdbc.sql("update number_sequence set blocked = :blocked")
                .param("blocked", blocked)
                .update();
    }

    /** Never lowers the next number; a range that ends below it is exhausted afterwards. */
    void continueAbove(String name, long number) {
        jdbc.sql("""
                        update number_sequence
                        set next_number = greatest(next_number, :number + 1),
                          last_number = greatest(last_number, :number + 1 - step), version = version + 1
                        where name = :name
                        """).param("name", name).param("number", number).update();
    }

    long remaining(String name) {
        return find(name).map(NumberSequenceService.SequenceRow::left).orElse(0L);
    }

    List<NumberSequenceService.SequenceRow> all() {
        return jdbc.sql(LINES + "order by name")
                .query(NumberSequenceService.SequenceRow.class)
                .list();
    }

    Optional<NumberSequenceService.SequenceRow> find(String name) {
        return jdbc.sql(LINES + "where name = :name")
                .param("name", name)
                .query(NumberSequenceService.SequenceRow.class)
                .optional();
    }

    /** Returns false if the sequence exists already. */
    boolean create(String name, NumberSequenceService.SequenceSetting setting) {
        return jdbc.sql("""
                        insert into number_sequence (name, format, step, next_number, last_number)
                        values (:name, :format, :step, 1, :last) on conflict do nothing
                        """)
                        .param("name", name)
                        .param("format", setting.format())
                        .param("step", setting.step())
                        .param("last", setting.lastNumber())
                        .update()
                == 1;
    }

    /** Returns false if the end of the range has changed; concurrently assigned numbers do not matter. */
    boolean change(String name, NumberSequenceService.SequenceSetting setting, long seen) {
        return jdbc.sql("""
                        update number_sequence set format = :format, step = :step, last_number = :last
                        where name = :name and last_number = :seen and next_number <= :last + :step
                        """)
                        .param("format", setting.format())
                        .param("step", setting.step())
                        .param("last", setting.lastNumber())
                        .param("name", name)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** A block of numbers for one transaction. */
    record NumberBlock(String format, long first, int step) {}
}
