package io.counterpart.hq.job;

import io.counterpart.hq.problem.Problem;

/** There is no batch job of that name. */
class UnknownJob extends Problem {

    UnknownJob(String job) {
        super(404, "batch-job-not-found", "Batch job not found", "There is no batch job %s.".formatted(job));
    }
}
