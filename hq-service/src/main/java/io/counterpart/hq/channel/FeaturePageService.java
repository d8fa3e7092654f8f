package io.counterpart.hq.channel;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.problem.ETags;

/** Feature management for the pages. */
@Service
public class FeaturePageService {

    private final FeatureRepository features;
    private final FeatureService management;
    private final GlobalConfigurationRepository global;

    FeaturePageService(FeatureRepository features, FeatureService management, GlobalConfigurationRepository global) {
        this.features = features;
        this.management = management;
        this.global = global;
    }

    public List<FeatureRow> all() {
        return features.findAll().stream().map(this::line).toList();
    }

    public void enable(String name, boolean wanted, long version) {
        management.enable(name, wanted, false, ETags.tag(version));
    }

    /** Enables what it needs and then itself, all or nothing. */
    @Transactional
    public void enableWithPrerequisites(String name) {
        management.require(name).prerequisites().forEach(this::enableAsItIs);
        enableAsItIs(name);
    }

    private void enableAsItIs(String name) {
        enable(name, true, line(management.require(name)).version());
    }

    private FeatureRow line(Feature feature) {
        var view = feature.view(global.reach(feature.toldIn()));
        Long version = feature.version();
        return new FeatureRow(
                view.name(),
                view.title(),
                view.enabled(),
                view.mandatory(),
                view.prerequisites(),
                new FeatureReach(view.activeIn(), view.channels()),
                version == null ? 0 : version);
    }

    /** A feature as the page shows it. */
    public record FeatureRow(
            String name,
            String title,
            boolean enabled,
            boolean mandatory,
            List<String> prerequisites,
            FeatureReach reach,
            long version) {}

    /** In how many of the channels a feature is at work. */
    public record FeatureReach(int activeIn, int channels) {}
}
