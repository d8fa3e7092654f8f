package io.counterpart.hq.audit;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;

import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.page.CsvRow;
import io.counterpart.hq.page.PageController;

/** Exports the filtered audit trail as CSV in pages, with one row for each changed field. */
@PageController
class AuditExportController {

    private static final int PAGE = 1000;
    private static final int MOST = 1_000_000;

    private final AuditRepository entries;
    private final MessageJson json;

    AuditExportController(AuditRepository entries, MessageJson json) {
        this.entries = entries;
        this.json = json;
    }

    @GetMapping("/administration/changes/export.csv")
    void export(AuditFilter asked, HttpServletResponse response) throws IOException {
        AuditQuery query = asked.clean().query();
        List<AuditView> page = entries.list(query, Long.MAX_VALUE, PAGE);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit-log.csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(CsvRow.of(
                "id",
                "time",
                "actor",
                "actor type",
                "action",
                "subject",
                "field",
                "old value",
                "new value",
                "details"));
        for (int rows = 0; !page.isEmpty() && rows < MOST; rows += page.size()) {
            for (AuditView entry : page) {
                out.write(lines(entry));
            }
            page = entries.list(query, page.get(page.size() - 1).id(), PAGE);
        }
        out.flush();
    }

    private String lines(AuditView entry) {
        if (entry.changes().isEmpty()) {
            return line(entry, "", null, null);
        }
        var lines = new StringBuilder();
        entry.changes().forEach(it -> lines.append(line(entry, it.field(), it.oldValue(), it.newValue())));
        return lines.toString();
    }

    private String line(AuditView entry, String field, @Nullable Object oldValue, @Nullable Object newValue) {
        boolean hasDetail = !entry.detail().isNull() && !entry.detail().isEmpty();
        return CsvRow.of(
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.actorType(),
                entry.action(),
                entry.subject(),
                field,
                value(oldValue),
                value(newValue),
                hasDetail ? entry.detail().toString() : null);
    }

    private @Nullable Object value(@Nullable Object value) {
        return value instanceof Iterable<?> ? json.write(value) : value;
    }
}
