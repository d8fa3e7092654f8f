package io.counterpart.hq.channel;

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

import io.counterpart.hq.problem.ListResponse;

/** Feature management. */
@RestController
@RequestMapping("/api/v1/features")
class FeatureController {

    private final FeatureRepository features;
    private final FeatureService management;
    private final GlobalConfigurationRepository global;

    FeatureController(FeatureRepository features, FeatureService management, GlobalConfigurationRepository global) {
        this.features = features;
        this.management = management;
        this.global = global;
    }

    @GetMapping
    ListResponse<FeatureView> all() {
        return ListResponse.of(features.findAll().stream().map(this::view).toList());
    }

    @GetMapping("/{name}")
    ResponseEntity<FeatureView> one(@PathVariable String name) {
        Feature feature = management.require(name);
        return ETagResponses.of(feature, view(feature));
    }

    @PutMapping("/{name}")
    ResponseEntity<FeatureView> put(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody FeatureRequest wanted) {
        Feature feature =
                management.enable(name, wanted.enabled(), Boolean.TRUE.equals(wanted.withPrerequisites()), ifMatch);
        return ETagResponses.of(feature, view(feature));
    }

    private FeatureView view(Feature feature) {
        return feature.view(global.reach(feature.toldIn()));
    }

    /**
     * What a feature is to be.
     *
     * @param withPrerequisites whether what it needs is to be enabled too
     */
    record FeatureRequest(boolean enabled, @Nullable Boolean withPrerequisites) {}

    /**
     * A feature as the API shows it.
     *
     * @param activeIn in how many of the channels it is at work: a feature enabled here acts once a channel applied it
     */
    record FeatureView(
            String name,
            String title,
            boolean enabled,
            boolean mandatory,
            List<String> prerequisites,
            int activeIn,
            int channels) {}
}
