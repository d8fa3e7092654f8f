package io.counterpart.hq.operation.bulk;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.operation.OperationFilterForm;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;

/** Pages of bulk repairs: preview, start, progress, cancel. */
@PageController
@RequestMapping("/synchronization/bulk")
class BulkRepairPageController {

    private final BulkRepairService bulk;
    private final BulkRepairWorker worker;

    BulkRepairPageController(BulkRepairService bulk, BulkRepairWorker worker) {
        this.bulk = bulk;
        this.worker = worker;
    }

    @PostMapping("/preview")
    String plan(
            OperationFilterForm filter,
            @RequestParam String scope,
            @RequestParam(required = false) @Nullable List<UUID> operation,
            Authentication who,
            RedirectAttributes redirect) {
        if (scope.equals("filter")) {
            return to(bulk.ofFilter(filter.clean(), who.getName()));
        }
        if (operation == null) {
            redirect.addFlashAttribute("fault", PageMessage.of("status.fault.nothingSelected"));
            return "redirect:/synchronization" + filter.clean().links().query();
        }
        return to(bulk.ofTicked(operation, BulkEdit.NONE, who.getName()));
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        BulkRepair repair = bulk.find(id);
        model.addAttribute("bulk", repair);
        model.addAttribute("fields", BulkEdit.FIELDS);
        model.addAttribute("resolutions", DuplicateResolution.values());
        if (repair.status().equals("PREVIEW")) {
            model.addAttribute("preview", bulk.preview(id));
            return "synchronization/bulk-preview";
        }
        model.addAttribute("failures", bulk.failures(id));
        return "synchronization/bulk";
    }

    @GetMapping("/{id}/progress")
    String progress(@PathVariable UUID id, Model model) {
        model.addAttribute("bulk", bulk.find(id));
        model.addAttribute("failures", bulk.failures(id));
        return "synchronization/bulk :: progress";
    }

    @PostMapping("/{id}/edit")
    String edit(
            @PathVariable UUID id,
            @RequestParam String field,
            @RequestParam String value,
            @RequestParam(required = false) @Nullable DuplicateResolution duplicates,
            Authentication who) {
        var edit = new BulkEdit(field.isBlank() ? null : field, field.isBlank() ? null : value.strip(), duplicates);
        return to(bulk.retry(id, edit, who.getName()));
    }

    @PostMapping("/{id}/start")
    String start(@PathVariable UUID id, @RequestParam(defaultValue = "50") int perSecond) {
        int rate = Math.max(1, Math.min(500, perSecond));
        if (bulk.start(id, rate)) {
            worker.start(bulk.find(id));
        }
        return to(id);
    }

    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable UUID id, RedirectAttributes redirect) {
        if (bulk.cancel(id)) {
            redirect.addFlashAttribute("done", PageMessage.of("bulk.flash.stopped"));
        }
        return to(id);
    }

    private static String to(UUID id) {
        return "redirect:/synchronization/bulk/" + id;
    }
}
