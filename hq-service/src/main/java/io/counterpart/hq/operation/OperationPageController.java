package io.counterpart.hq.operation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.audit.Actor;
import io.counterpart.hq.master.OperationResult;
import io.counterpart.hq.page.FailureHints;
import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;

/** The page of one operation: changes, failure, edit, save and retry. */
@PageController
@RequestMapping("/synchronization/{id}")
class OperationPageController {

    private final OperationEditService operations;
    private final OperationPageModel pages;
    private final OperationResolutionService decisions;

    OperationPageController(
            OperationEditService operations, OperationPageModel pages, OperationResolutionService decisions) {
        this.operations = operations;
        this.pages = pages;
        this.decisions = decisions;
    }

    @GetMapping
    String detail(@PathVariable UUID id, Model model) {
        OperationRow operation = operations.find(id);
        model.addAllAttributes(pages.pageFor(operation, operations.fields(operation)));
        return "synchronization/operation";
    }

    @PostMapping
    ModelAndView save(@PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes redirect) {
        OperationRow operation = operations.find(id);
        long version = FormValues.version(form);
        if (version != operation.version()) {
            return withInput(operation, form, HttpStatus.PRECONDITION_FAILED, null);
        }
        OperationResult.Rejected refused = operations.check(operation, form);
        if (refused != null) {
            return withInput(operation, form, HttpStatus.UNPROCESSABLE_CONTENT, refused);
        }
        operations.save(operation, version, form, Actor.current());
        if ("synchronize".equals(form.get("then"))) {
            return synchronizeNow(id, redirect);
        }
        redirect.addFlashAttribute("done", PageMessage.of("operation.flash.saved"));
        return new ModelAndView("redirect:/synchronization/" + id);
    }

    @PostMapping("/synchronize")
    ModelAndView synchronize(@PathVariable UUID id, RedirectAttributes redirect) {
        return synchronizeNow(id, redirect);
    }

    private ModelAndView synchronizeNow(UUID id, RedirectAttributes redirect) {
        decisions.synchronize(id, false);
        OperationRow now = operations.find(id);
        switch (now.status()) {
            case "SUCCEEDED" ->
                redirect.addFlashAttribute(
                        "done", PageMessage.of("operation.flash.synchronized", String.valueOf(now.accountNumber())));
            case "FAILED" ->
                redirect.addFlashAttribute(
                        "fault", PageMessage.of("operation.fault.failedAgain", String.valueOf(now.errorText())));
            default -> redirect.addFlashAttribute("done", PageMessage.of("operation.flash.blocked"));
        }
        return new ModelAndView("redirect:/synchronization/" + id);
    }

    /** Shows the page again with the submitted values, so that no input is lost. */
    private ModelAndView withInput(
            OperationRow operation,
            Map<String, String> form,
            HttpStatus status,
            OperationResult.@Nullable Rejected refused) {
        var page = new ModelAndView("synchronization/operation");
        page.setStatus(status);
        List<OperationField> stored = operations.fields(operation);
        List<OperationField> typed = stored.stream()
                .map(field -> field.with(form.getOrDefault(field.pointer(), field.value())))
                .toList();
        page.addAllObjects(pages.pageFor(operation, typed));
        page.addObject("stored", stored);
        page.addObject("stale", refused == null);
        page.addObject("refused", refused);
        page.addObject("refusedField", refused == null ? "" : FailureHints.field(refused.field(), refused.code()));
        return page;
    }
}
