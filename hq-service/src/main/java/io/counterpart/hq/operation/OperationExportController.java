package io.counterpart.hq.operation;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

import io.counterpart.hq.page.CsvRow;
import io.counterpart.hq.page.PageController;

/** Exports the list as CSV in pages, so that memory use does not depend on the number of rows. */
@PageController
class OperationExportController {

    private static final int PAGE = 1000;
    private static final int MOST = 1_000_000;

    private final OperationRepository operations;

    OperationExportController(OperationRepository operations) {
        this.operations = operations;
    }

    @RequestMapping(
            path = "/synchronization/export.csv",
            method = {RequestMethod.GET, RequestMethod.POST})
    void export(OperationFilterForm asked, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"synchronization-operations.csv\"");
        Writer out = new java.io.OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(
                "operation,kind,number,channel,account,async account,occurred,staged,status,attempts,error code,error,customer name\r\n");
        OperationFilter filter = asked.clean().toFilter();
        List<OperationRow> page = operations.list(filter, PAGE);
        for (int rows = 0; !page.isEmpty() && rows < MOST; rows += page.size()) {
            for (OperationRow row : page) {
                out.write(line(row));
            }
            page = operations.list(filter.from(page.get(page.size() - 1).recid()), PAGE);
        }
        out.flush();
    }

    private static String line(OperationRow row) {
        return CsvRow.of(
                row.operationId(),
                row.kind(),
                row.operationNumber(),
                row.channel(),
                row.accountNumber(),
                row.asyncCustomerId(),
                row.occurredAt(),
                row.stagedAt(),
                row.status(),
                row.attempts(),
                row.errorCode(),
                row.errorText(),
                row.customerName());
    }
}
