package io.counterpart.hq.session;

import java.util.List;

import org.springframework.stereotype.Service;

/** Reads how the channel databases are by their customers: a row for each. */
@Service
public class PendingStates {

    private final PipelineRepository pipeline;
    private final StagingGaps gaps;

    PendingStates(PipelineRepository pipeline, StagingGaps gaps) {
        this.pipeline = pipeline;
        this.gaps = gaps;
    }

    public List<PendingState> all() {
        return pipeline.pendingStates(gaps.uploadedNotStaged());
    }
}
