package io.counterpart.hq.session;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.problem.CursorPages;
import io.counterpart.hq.problem.ListResponse;

/** REST resource of upload and download sessions and the pipeline. */
@RestController
@RequestMapping("/api/v1")
class SessionController {

    private final SessionRepository sessions;
    private final PipelineService pipeline;

    SessionController(SessionRepository sessions, PipelineService pipeline) {
        this.sessions = sessions;
        this.pipeline = pipeline;
    }

    @GetMapping("/upload-sessions")
    ListResponse<SessionView> uploads(
            @RequestParam(required = false) @Nullable String channelDatabase,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return page(sessions.uploads(channelDatabase, CursorPages.before(cursor), CursorPages.read(limit)), limit);
    }

    @GetMapping("/download-sessions")
    ListResponse<SessionView> downloads(
            @RequestParam(required = false) @Nullable String channelDatabase,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return page(sessions.downloads(channelDatabase, CursorPages.before(cursor), CursorPages.read(limit)), limit);
    }

    @GetMapping("/pipeline")
    ListResponse<PipelineRepository.PipelineStage> pipeline() {
        return ListResponse.of(pipeline.stages());
    }

    private static ListResponse<SessionView> page(List<SessionView> rows, int limit) {
        return CursorPages.of(rows, limit, SessionView::position);
    }
}
