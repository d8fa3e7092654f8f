package io.counterpart.hq.customerimport;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.audit.Actor;
import io.counterpart.hq.customerfile.CustomerField;
import io.counterpart.hq.customerfile.FileFormat;
import io.counterpart.hq.customerimport.CustomerImport.Status;
import io.counterpart.hq.messaging.MessageJson;

/** The table {@code customer_import}. */
@Repository
class CustomerImportRepository {

    private static final String INSERT = """
            insert into customer_import (id, file_name, format, status, uploaded_by, uploaded_at, moved_at)
            values (:id, :name, :format, 'UPLOADING', :by, :at, :at)
            """;

    private static final String UPLOADED = """
            update customer_import
            set status = 'UPLOADED', columns = :columns, mapping = :mapping::jsonb, bytes = :bytes, sha256 = :sha256,
              records = :records, moved_at = :at
            where id = :id and status = 'UPLOADING'
            """;

    private static final String START = """
            update customer_import
            set status = :status, mapping = :mapping::jsonb, pass = pass + 1, started_by = :by, started_by_kind = :kind,
              started_at = :at, moved_at = :at, last_line = 0, done = 0, created = 0, existing = 0, bad = 0
            where id = :id
            """;

    // An import that another instance is processing is skipped.
    private static final String CLAIM = """
            select * from customer_import where status in ('CHECKING', 'RUNNING')
            order by started_at limit 1 for update skip locked
            """;

    private static final String ADVANCE = """
            update customer_import
            set last_line = :line, done = done + :done, created = created + :created, existing = existing + :existing,
              bad = bad + :bad, moved_at = :at
            where id = :id
            """;

    private static final String END = """
            update customer_import
            set status = :status, moved_at = :at::timestamptz,
              checked_at = case when :status = 'CHECKED' then :at::timestamptz else checked_at end,
              finished_at = case when :status in ('FINISHED', 'CANCELLED', 'FAILED') then :at::timestamptz end
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final MessageJson json;
    private final CustomerImportRowMapper rows;

    CustomerImportRepository(JdbcClient jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = new CustomerImportRowMapper(json);
    }

    void insert(UUID id, String fileName, FileFormat format, String by, Instant at) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("name", fileName)
                .param("format", format.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Returns false if the import is not being uploaded any more. */
    boolean uploading(UUID id, Instant at) {
        return jdbc.sql("update customer_import set moved_at = :at where id = :id and status = 'UPLOADING'")
                        .param("id", id)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void uploaded(UUID id, UploadedFile file, Instant at) {
        jdbc.sql(UPLOADED)
                .param("id", id)
                .param("columns", file.columns().toArray(String[]::new))
                .param("mapping", json.write(CustomerField.guess(file.columns())))
                .param("bytes", file.bytes())
                .param("sha256", file.sha256())
                .param("records", file.records())
                .param("at", Timestamp.from(at))
                .update();
    }

    void start(UUID id, Status status, Map<String, String> mapping, Actor by, Instant at) {
        jdbc.sql(START)
                .param("id", id)
                .param("status", status.name())
                .param("mapping", json.write(mapping))
                .param("by", by.name())
                .param("kind", by.kind().name())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<CustomerImport> claim() {
        return jdbc.sql(CLAIM).query(rows).optional();
    }

    void advance(UUID id, long line, ChunkResult result, Instant at) {
        jdbc.sql(ADVANCE)
                .param("id", id)
                .param("line", line)
                .param("done", result.records())
                .param("created", result.created().size())
                .param("existing", result.existing())
                .param("bad", result.problems().size())
                .param("at", Timestamp.from(at))
                .update();
    }

    void end(UUID id, Status status, Instant at) {
        jdbc.sql(END)
                .param("id", id)
                .param("status", status.name())
                .param("at", at.toString())
                .update();
    }

    Optional<CustomerImport> find(UUID id) {
        return jdbc.sql("select * from customer_import where id = :id")
                .param("id", id)
                .query(rows)
                .optional();
    }

    /** Waits for the chunk that is being processed. */
    Optional<CustomerImport> lock(UUID id) {
        return jdbc.sql("select * from customer_import where id = :id for update")
                .param("id", id)
                .query(rows)
                .optional();
    }

    /** Newest first. */
    List<CustomerImport> list(int limit) {
        return jdbc.sql("select * from customer_import order by uploaded_at desc, id limit :limit")
                .param("limit", limit)
                .query(rows)
                .list();
    }

    /** Uploads that broke off, and files that nobody has imported for long. */
    List<UUID> abandoned(Instant uploadsBefore, Instant filesBefore) {
        return jdbc.sql("""
                        select id from customer_import
                        where (status = 'UPLOADING' and moved_at < :uploads)
                          or (status in ('UPLOADED', 'CHECKED') and moved_at < :files)
                        """)
                .param("uploads", Timestamp.from(uploadsBefore))
                .param("files", Timestamp.from(filesBefore))
                .query(UUID.class)
                .list();
    }

    int delete(Instant before) {
        return jdbc.sql("delete from customer_import where finished_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    Set<String> channels() {
        return new HashSet<>(
                jdbc.sql("select channel from channel").query(String.class).list());
    }
}
