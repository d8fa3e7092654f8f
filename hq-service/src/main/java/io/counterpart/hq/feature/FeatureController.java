package io.counterpart.hq.feature;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.feature.FeatureService.FeatureRow;
import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.ListResponse;

/** REST resource of feature management. */
@RestController
@RequestMapping("/api/v1/features")
class FeatureController {

    private final FeatureService features;

    FeatureController(FeatureService features) {
        this.features = features;
    }

    @GetMapping
    ListResponse<FeatureView> all() {
        return ListResponse.of(features.all().stream().map(FeatureView::of).toList());
    }

    @GetMapping("/{name}")
    ResponseEntity<FeatureView> one(@PathVariable String name) {
        return respond(features.one(name));
    }

    @PutMapping("/{name}")
    ResponseEntity<FeatureView> put(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody FeatureRequest wanted) {
        boolean withPrerequisites = Boolean.TRUE.equals(wanted.withPrerequisites());
        return respond(features.enable(name, wanted.enabled(), withPrerequisites, () -> ETags.expected(ifMatch)));
    }

    private static ResponseEntity<FeatureView> respond(FeatureRow row) {
        return ETags.tagged(row.version(), FeatureView.of(row));
    }

    /**
     * The new state of a feature.
     *
     * @param withPrerequisites whether its prerequisites are enabled too
     */
    record FeatureRequest(boolean enabled, @Nullable Boolean withPrerequisites) {}

    /**
     * A feature as the API returns it.
     *
     * @param activeIn the number of channels in which it is active: an enabled feature takes effect after the channel
     * applied it
     */
    record FeatureView(
            String name,
            String title,
            boolean enabled,
            boolean mandatory,
            List<String> prerequisites,
            int activeIn,
            int channels) {

        static FeatureView of(FeatureRow row) {
            return new FeatureView(
                    row.name(),
                    row.title(),
                    row.enabled(),
                    row.mandatory(),
                    row.prerequisites(),
                    row.reach().activeIn(),
                    row.reach().channels());
        }
    }
}
