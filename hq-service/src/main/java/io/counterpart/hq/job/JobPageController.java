package io.counterpart.hq.job;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.counterpart.hq.page.PageController;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.problem.HqProblem;

/** Pages of the batch jobs: runs, hold, release, run. */
@PageController
@RequestMapping("/jobs")
class JobPageController {

    private static final int PAGE = 50;

    private final JobPageRepository jobs;
    private final JobRunRecorder history;
    private final JobControlService control;
    private final Clock clock;

    JobPageController(JobPageRepository jobs, JobRunRecorder history, JobControlService control, Clock clock) {
        this.jobs = jobs;
        this.history = history;
        this.control = control;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("jobs", jobs.jobs());
        model.addAttribute("now", clock.instant());
        return "jobs/list";
    }

    @GetMapping("/live")
    String live(Model model) {
        list(model);
        return "jobs/list :: live";
    }

    @GetMapping("/{job}")
    String one(@PathVariable String job, @RequestParam(defaultValue = "9223372036854775807") long before, Model model) {
        JobRow line = jobs.job(job).orElseThrow(() -> HqProblem.BATCH_JOB_NOT_FOUND.problem());
        List<RunView> runs = history.before(job, before, PAGE + 1);
        boolean more = runs.size() > PAGE;
        model.addAttribute("job", line);
        model.addAttribute("runs", more ? runs.subList(0, PAGE) : runs);
        model.addAttribute("next", more ? runs.get(PAGE - 1).id() : null);
        model.addAttribute("uploads", job.equals(BatchJobSettings.P_0001) ? jobs.lastUploads() : List.of());
        model.addAttribute("preview", RecurrencePreview.of(line.recurrence(), clock.instant()));
        return "jobs/job";
    }

    @PostMapping("/{job}/run")
    String run(
            @PathVariable String job,
            @RequestParam(required = false) @Nullable String channelDatabase,
            @RequestParam(defaultValue = "/jobs") String back,
            Authentication who,
            RedirectAttributes redirect) {
        if (channelDatabase == null || channelDatabase.isBlank()) {
            control.run(job, who.getName());
        } else {
            control.runPJob(channelDatabase);
        }
        redirect.addFlashAttribute("done", PageMessage.of("job.flash.started", job));
        return to(back);
    }

    @PostMapping("/{job}/hold")
    String hold(
            @PathVariable String job, @RequestParam(defaultValue = "/jobs") String back, RedirectAttributes redirect) {
        control.hold(job);
        redirect.addFlashAttribute("done", PageMessage.of("job.flash.held", job));
        return to(back);
    }

    @PostMapping("/{job}/release")
    String release(
            @PathVariable String job, @RequestParam(defaultValue = "/jobs") String back, RedirectAttributes redirect) {
        control.release(job);
        redirect.addFlashAttribute("done", PageMessage.of("job.flash.released", job));
        return to(back);
    }

    // Prevents an open redirect to another site.
    private static String to(String back) {
        return "redirect:" + (back.matches("/[A-Za-z0-9/-]*") && !back.startsWith("//") ? back : "/jobs");
    }
}
