package io.counterpart.hq.session;

import java.util.List;

import org.springframework.stereotype.Service;

import io.counterpart.hq.reconciliation.UploadGaps;

/** Reads the pending customers of the channel databases, one row each. */
@Service
public class PendingStateService {

    private final PipelineRepository pipeline;
    private final UploadGaps gaps;

    PendingStateService(PipelineRepository pipeline, UploadGaps gaps) {
        this.pipeline = pipeline;
        this.gaps = gaps;
    }

    public List<PendingState> all() {
        return pipeline.pendingStates(gaps.uploadedNotStaged());
    }
}
