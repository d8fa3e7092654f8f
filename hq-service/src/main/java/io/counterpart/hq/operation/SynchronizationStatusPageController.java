package io.counterpart.hq.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.contract.operation.OperationKind;
import io.counterpart.hq.page.FailureHints;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;

/** Customer synchronization status: the list, and the failures by cause. */
@PageController
@Validated
@RequestMapping("/synchronization")
class SynchronizationStatusPageController {

    private final OperationListRepository operations;
    private final java.time.Clock clock;

    SynchronizationStatusPageController(OperationListRepository operations, java.time.Clock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    @GetMapping
    String list(OperationFilter asked, Model model) {
        OperationFilter filter = asked.clean();
        List<OperationRow> rows = operations.page(filter, OperationListRepository.PAGE + 1);
        boolean more = rows.size() > OperationListRepository.PAGE;
        List<OperationRow> shown = more ? rows.subList(0, OperationListRepository.PAGE) : rows;
        model.addAttribute("filter", filter);
        model.addAttribute("rows", shown);
        model.addAttribute("next", more ? shown.get(shown.size() - 1).recid() : null);
        model.addAttribute("counts", operations.counts());
        model.addAttribute("channels", operations.channels());
        model.addAttribute("kinds", OperationKind.values());
        return "synchronization/list";
    }

    @GetMapping("/causes")
    String causes(Model model) {
        var causes = operations.causes();
        model.addAttribute("causes", causes);
        model.addAttribute("hints", FailureHints.BY_CODE);
        model.addAttribute(
                "notes",
                causes.stream()
                        .collect(Collectors.toMap(
                                OperationListRepository.FailureCause::errorCode,
                                cause -> operations.notes(cause.errorCode()),
                                (a, b) -> a,
                                LinkedHashMap::new)));
        return "synchronization/causes";
    }

    @PostMapping("/causes/{code}/notes")
    String note(
            @PathVariable @Size(max = 60) String code,
            @RequestParam @NotBlank @Size(max = 1000) String note,
            Authentication who,
            RedirectAttributes redirect) {
        operations.saveNote(code, note.strip(), who.getName(), clock.instant());
        redirect.addFlashAttribute("done", PageMessage.of("causes.flash.noteSaved"));
        return "redirect:/synchronization/causes";
    }
}
