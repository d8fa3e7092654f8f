package io.counterpart.hq.session;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.FormActions;
import io.counterpart.hq.page.ListPage;
import io.counterpart.hq.page.ListTotal;
import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.reconciliation.UnavailableOperationService;
import io.counterpart.hq.reconciliation.UploadGaps;
import io.counterpart.hq.reconciliation.UploadRerunService;
import io.counterpart.hq.resend.ResendService;
import io.counterpart.hq.savedview.ListViewModel;
import io.counterpart.hq.savedview.ViewedList;
import io.counterpart.support.problem.Problem;

/** The page of upload and download sessions of the channel databases, with rerun and full resend. */
@PageController
class SessionPageController {

    private final SessionReadRepository sessions;
    private final ResendService resends;
    private final UploadRerunService reruns;
    private final UploadGaps gaps;
    private final UnavailableOperationService unavailable;
    private final FormActions acts;
    private final ListViewModel views;

    SessionPageController(
            SessionReadRepository sessions,
            ResendService resends,
            UploadRerunService reruns,
            UploadGaps gaps,
            UnavailableOperationService unavailable,
            FormActions acts,
            ListViewModel views) {
        this.sessions = sessions;
        this.resends = resends;
        this.reruns = reruns;
        this.gaps = gaps;
        this.unavailable = unavailable;
        this.acts = acts;
        this.views = views;
    }

    @GetMapping("/sessions")
    String list(SessionFilterForm form, HttpServletRequest request, Model model, RedirectAttributes redirect) {
        String savedView = views.prepare(ViewedList.SESSIONS, request, model, redirect);
        if (savedView != null) {
            return savedView;
        }
        SessionFilter filter = form.toFilter();
        ListPage<SessionView> page = page(filter);
        model.addAttribute("download", filter.download());
        model.addAttribute("database", filter.channelDatabase());
        model.addAttribute("failed", filter.failed());
        model.addAttribute("filter", form);
        model.addAttribute("databases", sessions.channelDatabases());
        model.addAttribute("listPage", page);
        model.addAttribute("rows", page.rows());
        model.addAttribute("total", total(filter, page));
        model.addAttribute("resends", resends.all());
        model.addAttribute("gaps", gaps.uploadedNotStaged());
        model.addAttribute("unavailable", unavailable.all());
        return "jobs/sessions";
    }

    private ListPage<SessionView> page(SessionFilter filter) {
        boolean ahead = filter.after() != null;
        ListPage<SessionView> page =
                ListPage.of(sessions.sessions(filter, ListPage.READ), filter.before() != null, ahead);
        return page.isBeyondTheStart(ahead) ? page(filter.fromTheStart()) : page;
    }

    // No index has the failed sessions: to count them, all would have to be read.
    private @Nullable ListTotal total(SessionFilter filter, ListPage<SessionView> page) {
        if (page.isComplete()) {
            return ListTotal.exactly(page.rows().size());
        }
        if (!filter.failed()) {
            return ListTotal.of(sessions.count(filter, ListTotal.LIMIT + 1), ListTotal.LIMIT);
        }
        return page.hasPrevious() ? null : ListTotal.moreThan(page.rows().size());
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
        return "redirect:/sessions?direction=upload";
    }

    @PostMapping("/sessions/{name}/acknowledge-unavailable")
    String acknowledgeUnavailable(@PathVariable String name, RedirectAttributes redirect) {
        acts.act(
                Map.of(),
                redirect,
                () -> PageMessage.of("sessions.unavailable.flash", unavailable.acknowledge(name), name));
        return "redirect:/sessions?direction=upload";
    }

    // A configuration path: the permission is the same as for the API, that of setting up channel databases.
    @PostMapping("/administration/channel-databases/{name}/resend")
    String resend(@PathVariable String name, RedirectAttributes redirect) {
        acts.act(PageMessage.of("sessions.flash.resend", name), Map.of(), redirect, () -> resends.begin(name));
        return "redirect:/sessions?direction=download";
    }
}
