package io.counterpart.hq.stuck;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.problem.ListResponse;
import io.counterpart.hq.session.PendingState;
import io.counterpart.hq.session.PipelineService;
import io.counterpart.hq.stuck.StuckCustomerService.Named;
import io.counterpart.support.problem.Problem;

/** The page of stuck customers, with the remedy of each row. */
@PageController
@RequestMapping("/stuck-customers")
class StuckCustomerPageController {

    private static final int PAGE = 50;

    private final StuckCustomerService service;
    private final PipelineService pipeline;

    StuckCustomerPageController(StuckCustomerService service, PipelineService pipeline) {
        this.service = service;
        this.pipeline = pipeline;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String channelDatabase,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        String database = FormValues.blankToNull(channelDatabase);
        ListResponse<Named> page = service.list(database, PAGE, cursor);
        model.addAttribute(
                "rows", page.items().stream().map(StuckCustomerRow::of).toList());
        model.addAttribute("next", page.nextCursor());
        model.addAttribute("database", database);
        model.addAttribute(
                "databases",
                pipeline.pendingStates().stream()
                        .map(PendingState::channelDatabase)
                        .toList());
        return "stuck/list";
    }

    @PostMapping("/fix")
    String fix(@RequestParam String channelDatabase, @RequestParam UUID asyncCustomerId, RedirectAttributes redirect) {
        try {
            redirect.addFlashAttribute("done", service.fix(channelDatabase, asyncCustomerId));
        } catch (Problem e) {
            redirect.addFlashAttribute("fault", e.getMessage());
        }
        return "redirect:/stuck-customers";
    }
}
