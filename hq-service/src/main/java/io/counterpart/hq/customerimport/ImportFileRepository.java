package io.counterpart.hq.customerimport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.customerfile.FileRecord;
import io.counterpart.hq.customerfile.RowProblem;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.messaging.bulk.BulkCopy;
import io.counterpart.messaging.bulk.CopyRows;

/** The stored records of files, what is unique in a file, and the problems of records. */
@Repository
class ImportFileRepository {

    private static final String NEXT = """
            select records from customer_import_chunk
            where import_id = :id and last_line > :after order by last_line limit 1
            """;

    private static final String CLAIM_KEYS = """
            insert into customer_import_key (import_id, pass, key, line)
            select :id, :pass, * from unnest(:keys::uuid[], :lines::bigint[]) on conflict do nothing
            """;

    private static final String OWNERS = """
            select key, line from customer_import_key
            where import_id = :id and pass = :pass and key = any(:keys)
            """;

    private static final String PROBLEMS = """
            select line, account_number, field, code, reason from customer_import_problem
            where import_id = :id and pass = :pass and line > :after order by line limit :limit
            """;

    private static final String DELETE = """
            delete from %1$s where ctid = any(array(
              select ctid from %1$s as part
              where not exists (select from customer_import as it where it.id = part.import_id and %2$s) limit :limit))
            """;

    // What is not needed any more: records of imports that have ended, keys and problems of earlier passes.
    private static final List<String> REST = List.of(
            DELETE.formatted("customer_import_chunk", "it.status not in ('FINISHED', 'CANCELLED', 'FAILED')"),
            DELETE.formatted("customer_import_key", "it.status in ('CHECKING', 'RUNNING') and it.pass = part.pass"),
            DELETE.formatted("customer_import_problem", "it.pass = part.pass"));

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final MessageJson json;

    ImportFileRepository(JdbcClient jdbc, BulkCopy copy, MessageJson json) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.json = json;
    }

    void store(UUID id, List<FileRecord> records) {
        jdbc.sql("insert into customer_import_chunk (import_id, last_line, records) values (:id, :line, :records)")
                .param("id", id)
                .param("line", records.get(records.size() - 1).line())
                .param("records", json.write(records))
                .update();
    }

    /** The next stored records behind a line; empty: there are none. */
    List<FileRecord> next(UUID id, long after, int limit) {
        return jdbc.sql(NEXT).param("id", id).param("after", after).query(String.class).optional().stream()
                .flatMap(records -> List.of(json.read(records, FileRecord[].class)).stream())
                .filter(record -> record.line() > after)
                .limit(limit)
                .toList();
    }

    /** The first line of the file with each of these keys. */
    Map<UUID, Long> claim(CustomerImport of, Map<UUID, Long> keys) {
        var ordered = new ArrayList<>(keys.entrySet());
        jdbc.sql(CLAIM_KEYS)
                .param("id", of.id())
                .param("pass", of.pass())
                .param("keys", ordered.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param("lines", ordered.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
        var owners = new HashMap<UUID, Long>();
        jdbc.sql(OWNERS)
                .param("id", of.id())
                .param("pass", of.pass())
                .param("keys", keys.keySet().toArray(UUID[]::new))
                .query(row -> {
                    owners.put(row.getObject(1, UUID.class), row.getLong(2));
                });
        return owners;
    }

    static UUID key(String kind, String value) {
        return UUID.nameUUIDFromBytes((kind + "\n" + value).getBytes(StandardCharsets.UTF_8));
    }

    void report(CustomerImport of, List<RowProblem> problems) {
        CopyRows rows = CopyRows.into(
                "customer_import_problem", "import_id", "pass", "line", "account_number", "field", "code", "reason");
        problems.forEach(it -> rows.row(
                of.id(),
                of.pass(),
                it.line(),
                shortened(it.accountNumber(), 60),
                shortened(it.field(), 200),
                shortened(it.code(), 60),
                shortened(it.reason(), 500)));
        copy.send(rows);
    }

    /** In the order of the file. */
    List<RowProblem> problems(CustomerImport of, long after, int limit) {
        return jdbc.sql(PROBLEMS)
                .param("id", of.id())
                .param("pass", of.pass())
                .param("after", after)
                .param("limit", limit)
                .query(RowProblem.class)
                .list();
    }

    /** Deletes at most this many rows of each table that are not needed any more; returns whether there may be more. */
    boolean deleteRest(int limit) {
        boolean more = false;
        for (String statement : REST) {
            more |= jdbc.sql(statement).param("limit", limit).update() == limit;
        }
        return more;
    }

    private static @Nullable String shortened(@Nullable String text, int longest) {
        if (text == null || text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
