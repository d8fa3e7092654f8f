package io.counterpart.hq.search;

import java.util.List;
import java.util.Optional;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.counterpart.hq.job.BatchJob;
import io.counterpart.hq.job.JobControlService;
import io.counterpart.hq.page.PageTexts;

/** Batch jobs, by ID or title. */
@Component
@Order(5)
class JobSource implements SearchSource {

    private static final String LIST = "/jobs";

    private final JobControlService jobs;
    private final PageTexts texts;

    JobSource(JobControlService jobs, PageTexts texts) {
        this.jobs = jobs;
        this.texts = texts;
    }

    @Override
    public Optional<String> exact(String id) {
        return jobs.all().stream()
                .map(BatchJob::job)
                .filter(id::equalsIgnoreCase)
                .map(job -> SearchHit.path(LIST, job))
                .findFirst();
    }

    @Override
    public SearchGroup find(SearchText wanted, int shown) {
        List<SearchHit> hits = jobs.all().stream()
                .filter(job -> wanted.matches(job.job(), texts.sentence(job.title())))
                .map(job -> SearchHit.of(SearchHit.path(LIST, job.job()), texts.sentence(job.title()), job.job()))
                .toList();
        return SearchGroup.of("menu.batchJobs", hits, shown, hits.size(), LIST);
    }
}
