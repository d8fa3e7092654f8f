package io.counterpart.hq.customerexport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Service;

import io.counterpart.hq.customerfile.CustomerFileWriter;
import io.counterpart.hq.customerfile.FileFormat;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.messaging.MessageJson;

/** Streams all customers page by page, so that memory does not depend on their number. */
@Service
class CustomerExportService {

    private static final int PAGE = 1000;

    private final ExportPages pages;
    private final MessageJson json;

    CustomerExportService(ExportPages pages, MessageJson json) {
        this.pages = pages;
        this.json = json;
    }

    void write(FileFormat format, HttpServletResponse response) throws IOException {
        pages.noteStart(format);
        boolean csv = format == FileFormat.CSV;
        response.setContentType(csv ? "text/csv;charset=UTF-8" : "application/x-ndjson;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"customers.%s\"".formatted(csv ? "csv" : "jsonl"));
        response.setHeader("Cache-Control", "no-store");
        pages.noteEnd(format, write(format, response.getOutputStream()));
    }

    private long write(FileFormat format, OutputStream to) throws IOException {
        var file = new CustomerFileWriter(format, json);
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        out.write(file.begin());
        long written = 0;
        List<MasterCustomer> page = pages.next(new UUID(0, 0), PAGE);
        while (!page.isEmpty()) {
            for (MasterCustomer customer : page) {
                out.write(file.line(customer.snapshot()));
            }
            written += page.size();
            page = pages.next(page.get(page.size() - 1).asyncCustomerId(), PAGE);
        }
        out.flush();
        return written;
    }
}
