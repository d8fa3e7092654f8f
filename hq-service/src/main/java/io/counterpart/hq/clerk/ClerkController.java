package io.counterpart.hq.clerk;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.ListResponse;

/** REST resource of clerks. */
@RestController
@RequestMapping("/api/v1/clerks")
class ClerkController {

    private final ClerkService clerks;

    ClerkController(ClerkService clerks) {
        this.clerks = clerks;
    }

    @GetMapping
    ListResponse<ClerkView> list(
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return clerks.list(channel, limit, cursor);
    }

    @GetMapping("/{id}")
    ResponseEntity<ClerkView> one(@PathVariable String id) {
        Clerk found = clerks.find(id);
        return ETags.tagged(found.version(), found.view());
    }

    @PutMapping("/{id}")
    ResponseEntity<ClerkView> put(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ClerkRequest wanted) {
        Clerk saved = clerks.save(id, wanted, () -> ETags.expected(ifMatch));
        return ETags.tagged(saved.version(), saved.view());
    }
}
