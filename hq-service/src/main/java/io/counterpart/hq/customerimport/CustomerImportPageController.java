package io.counterpart.hq.customerimport;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.customerfile.CustomerField;
import io.counterpart.hq.customerfile.RowProblem;
import io.counterpart.hq.page.CsvRow;
import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;

/** The pages of imports: upload, mapping of columns, dry run, progress and report. The browser uploads to the API. */
@PageController
@RequestMapping("/administration/customer-imports")
class CustomerImportPageController {

    private static final String LIST = "/administration/customer-imports";
    private static final String COLUMN = "column-";
    private static final int SHOWN = 50;
    private static final int EXPORTED_AT_ONCE = 1000;

    private final CustomerImportService service;
    private final FormActions acts;

    CustomerImportPageController(CustomerImportService service, FormActions acts) {
        this.service = service;
        this.acts = acts;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("imports", service.list());
        return "customerimport/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        CustomerImport job = service.one(id);
        model.addAttribute("job", job);
        model.addAttribute("fields", CustomerField.choices());
        model.addAttribute("problems", service.problems(job, 0, SHOWN));
        return "customerimport/import";
    }

    /** The part of the page that changes while an import is in progress; the page itself changes at the end. */
    @GetMapping("/{id}/progress")
    String progress(@PathVariable UUID id, Model model, HttpServletResponse response) {
        CustomerImport job = service.one(id);
        if (!job.isActive()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("job", job);
        return "customerimport/import :: progress";
    }

    @PostMapping("/{id}/start")
    String start(@PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes redirect) {
        boolean dryRun = !"import".equals(form.get("run"));
        acts.act(
                PageMessage.of(dryRun ? "customerImports.flash.dryRun" : "customerImports.flash.import"),
                form,
                redirect,
                () -> service.start(id, dryRun, mapping(service.one(id), form)));
        return "redirect:" + LIST + "/" + id;
    }

    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable UUID id, RedirectAttributes redirect) {
        acts.act(PageMessage.of("customerImports.flash.cancelled"), Map.of(), redirect, () -> service.cancel(id));
        return "redirect:" + LIST + "/" + id;
    }

    @GetMapping("/{id}/report.csv")
    void report(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        CustomerImport job = service.one(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"customer-import-report.csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(CsvRow.of("line", "account number", "field", "code", "reason"));
        List<RowProblem> rows = service.problems(job, 0, EXPORTED_AT_ONCE);
        while (!rows.isEmpty()) {
            for (RowProblem row : rows) {
                out.write(CsvRow.of(row.line(), row.accountNumber(), row.field(), row.code(), row.reason()));
            }
            rows = service.problems(job, rows.get(rows.size() - 1).line(), EXPORTED_AT_ONCE);
        }
        out.flush();
    }

    // Names of columns are not names of fields of a form.
    private static @Nullable Map<String, @Nullable String> mapping(CustomerImport job, Map<String, String> form) {
        var mapping = new LinkedHashMap<String, @Nullable String>();
        for (int i = 0; i < job.columns().size(); i++) {
            String field = form.get(COLUMN + i);
            if (field != null) {
                mapping.put(job.columns().get(i), field.strip());
            }
        }
        return mapping.isEmpty() ? null : mapping;
    }
}
