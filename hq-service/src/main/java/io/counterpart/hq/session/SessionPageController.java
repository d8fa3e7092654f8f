package io.counterpart.hq.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.reconciliation.UnavailableOperationService;
import io.counterpart.hq.reconciliation.UploadGaps;
import io.counterpart.hq.reconciliation.UploadRerunService;
import io.counterpart.hq.resend.ResendService;
import io.counterpart.support.problem.Problem;

/** The page of upload and download sessions of the channel databases, with rerun and full resend. */
@PageController
class SessionPageController {

    private static final int PAGE = 50;
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final SessionReadRepository sessions;
    private final ResendService resends;
    private final UploadRerunService reruns;
    private final UploadGaps gaps;
    private final UnavailableOperationService unavailable;
    private final FormActions acts;

    SessionPageController(
            SessionReadRepository sessions,
            ResendService resends,
            UploadRerunService reruns,
            UploadGaps gaps,
            UnavailableOperationService unavailable,
            FormActions acts) {
        this.sessions = sessions;
        this.resends = resends;
        this.reruns = reruns;
        this.gaps = gaps;
        this.unavailable = unavailable;
        this.acts = acts;
    }

    @GetMapping("/sessions")
    String list(
            @RequestParam(defaultValue = "upload") String direction,
            @RequestParam(required = false) @Nullable String channelDatabase,
            @RequestParam(defaultValue = "false") boolean failed,
            @RequestParam(required = false) @Nullable Instant before,
            Model model) {
        String database = FormValues.blankToNull(channelDatabase);
        List<SessionView> rows = sessions.sessions(
                direction.equals("download"), database, failed, before == null ? END_OF_TIME : before, PAGE + 1);
        boolean more = rows.size() > PAGE;
        model.addAttribute("download", direction.equals("download"));
        model.addAttribute("database", database);
        model.addAttribute("failed", failed);
        model.addAttribute("databases", sessions.channelDatabases());
        model.addAttribute("rows", more ? rows.subList(0, PAGE) : rows);
        model.addAttribute("next", more ? rows.get(PAGE - 1).startedAt() : null);
        model.addAttribute("resends", resends.all());
        model.addAttribute("gaps", gaps.uploadedNotStaged());
        model.addAttribute("unavailable", unavailable.all());
        return "jobs/sessions";
    }

    @PostMapping("/sessions/{name}/rerun")
    String uploadAgain(@PathVariable String name, RedirectAttributes redirect) {
        try {
            int spans = reruns.missing(name).size();
            redirect.addFlashAttribute(
                    "done",
                    spans == 0
                            ? PageMessage.of("sessions.flash.complete", name)
                            : PageMessage.of("sessions.flash.uploadsAgain", name, spans));
        } catch (Problem e) {
            redirect.addFlashAttribute("fault", e.title() + ". " + e.detail());
        }
        return "redirect:/sessions";
    }

    @PostMapping("/sessions/{name}/acknowledge-unavailable")
    String acknowledgeUnavailable(@PathVariable String name, RedirectAttributes redirect) {
        acts.act(
                Map.of(),
                redirect,
                () -> PageMessage.of("sessions.unavailable.flash", unavailable.acknowledge(name), name));
        return "redirect:/sessions";
    }

    // A configuration path: the permission is the same as for the API, that of setting up channel databases.
    @PostMapping("/administration/channel-databases/{name}/resend")
    String resend(@PathVariable String name, RedirectAttributes redirect) {
        acts.act(PageMessage.of("sessions.flash.resend", name), Map.of(), redirect, () -> resends.begin(name));
        return "redirect:/sessions?direction=download";
    }
}
