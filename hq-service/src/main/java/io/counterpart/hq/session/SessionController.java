package io.counterpart.hq.session;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.problem.Items;
import io.counterpart.hq.problem.Pages;

/** What moved, and where everything stands. */
@RestController
@RequestMapping("/api/v1")
class SessionController {

    private final SessionRepository sessions;
    private final PipelineRepository pipeline;

    SessionController(SessionRepository sessions, PipelineRepository pipeline) {
        this.sessions = sessions;
        this.pipeline = pipeline;
    }

    @GetMapping("/upload-sessions")
    Items<SessionRow> uploads(
            @RequestParam(required = false) @Nullable String channelDatabase,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return page(sessions.uploads(channelDatabase, Pages.before(cursor), Pages.read(limit)), limit);
    }

    @GetMapping("/download-sessions")
    Items<SessionRow> downloads(
            @RequestParam(required = false) @Nullable String channelDatabase,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return page(sessions.downloads(channelDatabase, Pages.before(cursor), Pages.read(limit)), limit);
    }

    @GetMapping("/pipeline")
    Items<PipelineRepository.Stage> pipeline() {
        return Items.of(pipeline.all());
    }

    private static Items<SessionRow> page(List<SessionRow> rows, int limit) {
        return Pages.of(rows, limit, SessionRow::position);
    }
}
