package io.counterpart.hq.session;

import java.util.List;

import org.springframework.stereotype.Service;

import io.counterpart.hq.reconciliation.UploadGaps;
import io.counterpart.hq.session.PipelineRepository.PipelineStage;

/** Reads the pipeline of the channel databases, one row each. */
@Service
public class PipelineService {

    private final PipelineRepository repository;
    private final UploadGaps gaps;

    PipelineService(PipelineRepository repository, UploadGaps gaps) {
        this.repository = repository;
        this.gaps = gaps;
    }

    List<PipelineStage> stages() {
        return repository.stages(gaps.uploadedNotStaged());
    }

    public List<PendingState> pendingStates() {
        return repository.pendingStates(gaps.uploadedNotStaged());
    }
}
