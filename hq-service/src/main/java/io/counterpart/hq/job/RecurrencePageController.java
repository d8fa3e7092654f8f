package io.counterpart.hq.job;

import java.time.Clock;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;

/** Page actions for the recurrence of a job: preview while typing, and save. */
@PageController
@RequestMapping("/jobs/{job}/recurrence")
class RecurrencePageController {

    private final JobControlService control;
    private final JobPageController pages;
    private final Clock clock;

    RecurrencePageController(JobControlService control, JobPageController pages, Clock clock) {
        this.control = control;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String preview(@PathVariable String job, @RequestParam(defaultValue = "") String recurrence, Model model) {
        model.addAttribute("preview", RecurrencePreview.of(recurrence, clock.instant()));
        return "jobs/job :: preview";
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String job,
            @RequestParam String recurrence,
            @RequestParam long version,
            Model model,
            RedirectAttributes redirect) {
        var preview = RecurrencePreview.of(recurrence, clock.instant());
        if (preview.fault() != null) {
            return withInput(job, preview, HttpStatus.UNPROCESSABLE_CONTENT, model);
        }
        if (control.require(job).version() != version) {
            model.addAttribute("fault", PageMessage.of("job.fault.stale"));
            return withInput(job, preview, HttpStatus.PRECONDITION_FAILED, model);
        }
        control.reschedule(job, Recurrence.parse(recurrence), version);
        redirect.addFlashAttribute(
                "done", PageMessage.of("job.flash.rescheduled", job, String.valueOf(preview.description())));
        return new ModelAndView("redirect:/jobs/" + job);
    }

    private ModelAndView withInput(String job, RecurrencePreview preview, HttpStatus status, Model model) {
        String view = pages.one(job, Long.MAX_VALUE, model);
        model.addAttribute("preview", preview);
        return new ModelAndView(view, model.asMap(), status);
    }
}
