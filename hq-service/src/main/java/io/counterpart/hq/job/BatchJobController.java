package io.counterpart.hq.job;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.problem.Items;
import io.counterpart.hq.problem.Problem;
import io.counterpart.hq.problem.Versions;

/** The batch jobs for operators. */
@RestController
@RequestMapping("/api/v1/batch-jobs")
class BatchJobController {

    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final BatchJobRepository repository;
    private final JobControl control;

    BatchJobController(BatchJobRepository repository, JobControl control) {
        this.repository = repository;
        this.control = control;
    }

    @GetMapping
    Items<JobView> all() {
        return Items.of(repository.all().stream().map(JobView::of).toList());
    }

    @GetMapping("/{job}")
    ResponseEntity<JobView> one(@PathVariable String job) {
        return answer(control.known(job));
    }

    @PostMapping("/{job}/run")
    ResponseEntity<JobView> run(@PathVariable String job) {
        return answer(control.run(job));
    }

    @PostMapping("/{job}/hold")
    ResponseEntity<JobView> hold(@PathVariable String job) {
        return answer(control.hold(job));
    }

    @PostMapping("/{job}/release")
    ResponseEntity<JobView> release(@PathVariable String job) {
        return answer(control.release(job));
    }

    @PutMapping("/{job}/recurrence")
    ResponseEntity<JobView> reschedule(
            @PathVariable String job,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Recurrence request) {
        return answer(control.reschedule(job, durationOf(request), Versions.expected(ifMatch)));
    }

    private static Duration durationOf(Recurrence request) {
        try {
            Duration recurrence = Duration.parse(request.recurrence());
            if (recurrence.compareTo(SHORTEST) >= 0) {
                return recurrence;
            }
        } catch (DateTimeParseException e) {
            // The same answer as for one that is too short.
        }
        throw Problem.validation(
                List.of(new Problem.Invalid("/recurrence", "invalid-duration", "An ISO-8601 duration, as PT5S")));
    }

    private static ResponseEntity<JobView> answer(BatchJob job) {
        return Versions.tagged(job.version(), JobView.of(job));
    }

    record Recurrence(String recurrence) {}

    /** A batch job as the API shows it. */
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
                    job.held() || last == null ? null : last.plus(job.pause()));
        }
    }
}
