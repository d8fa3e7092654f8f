package io.counterpart.hq.job;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.problem.CursorPages;
import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.ListResponse;

/** REST resource of the batch jobs. */
@RestController
@RequestMapping("/api/v1/batch-jobs")
class BatchJobController {

    private final BatchJobRepository repository;
    private final JobControlService control;
    private final JobRunRecorder runs;

    BatchJobController(BatchJobRepository repository, JobControlService control, JobRunRecorder runs) {
        this.repository = repository;
        this.control = control;
        this.runs = runs;
    }

    @GetMapping
    ListResponse<JobView> all() {
        return ListResponse.of(repository.all().stream().map(JobView::of).toList());
    }

    @GetMapping("/{job}")
    ResponseEntity<JobView> one(@PathVariable String job) {
        return respond(control.require(job));
    }

    @GetMapping("/{job}/runs")
    ListResponse<RunView> runs(
            @PathVariable String job,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        control.require(job);
        return CursorPages.of(
                runs.before(job, CursorPages.before(cursor), CursorPages.read(limit)), limit, RunView::id);
    }

    @PostMapping("/{job}/run")
    ResponseEntity<JobView> run(@PathVariable String job, Authentication who) {
        return respond(control.run(job, who.getName()));
    }

    @PostMapping("/{job}/hold")
    ResponseEntity<JobView> hold(@PathVariable String job) {
        return respond(control.hold(job));
    }

    @PostMapping("/{job}/release")
    ResponseEntity<JobView> release(@PathVariable String job) {
        return respond(control.release(job));
    }

    @PutMapping("/{job}/recurrence")
    ResponseEntity<JobView> reschedule(
            @PathVariable String job,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody BatchJobRequest request) {
        return respond(control.reschedule(job, recurrenceOf(request), ETags.expected(ifMatch)));
    }

    private static Recurrence recurrenceOf(BatchJobRequest request) {
        try {
            return Recurrence.parse(String.valueOf(request.recurrence()));
        } catch (InvalidRecurrenceException e) {
            throw e.asProblem();
        }
    }

    private static ResponseEntity<JobView> respond(BatchJob job) {
        return ETags.tagged(job.version(), JobView.of(job));
    }

    record BatchJobRequest(@Nullable String recurrence) {}

    /** A batch job as the API returns it. */
    record JobView(
            String job,
            String title,
            String status,
            String recurrence,
            boolean held,
            @Nullable Instant lastRun,
            @Nullable Instant nextRun) {

        static JobView of(BatchJob job) {
            Instant last = job.lastRunAt();
            return new JobView(
                    job.job(),
                    job.title(),
                    job.held() ? "HELD" : "WAITING",
                    job.recurrence(),
                    job.held(),
                    last,
                    job.held() || last == null ? null : job.schedule().next(last));
        }
    }
}
