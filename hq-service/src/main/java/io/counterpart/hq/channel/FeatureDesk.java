package io.counterpart.hq.channel;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.problem.Versions;

/** Feature management for the pages. */
@Service
public class FeatureDesk {

    private final FeatureTable features;
    private final FeatureManagement management;
    private final GlobalConfigurationRepository global;

    FeatureDesk(FeatureTable features, FeatureManagement management, GlobalConfigurationRepository global) {
        this.features = features;
        this.management = management;
        this.global = global;
    }

    public List<Line> all() {
        return features.findAll().stream().map(this::line).toList();
    }

    public void enable(String name, boolean wanted, long version) {
        management.enable(name, wanted, false, Versions.tag(version));
    }

    /** Enables what it needs and then itself, all or nothing. */
    @Transactional
    public void enableWithPrerequisites(String name) {
        management.known(name).prerequisites().forEach(this::enableAsItIs);
        enableAsItIs(name);
    }

    private void enableAsItIs(String name) {
        enable(name, true, line(management.known(name)).version());
    }

    private Line line(Feature feature) {
        var view = feature.view(global.reach(feature.toldIn()));
        Long version = feature.version();
        return new Line(
                view.name(),
                view.title(),
                view.enabled(),
                view.mandatory(),
                view.prerequisites(),
                new Reach(view.activeIn(), view.channels()),
                version == null ? 0 : version);
    }

    /** A feature as the page shows it. */
    public record Line(
            String name,
            String title,
            boolean enabled,
            boolean mandatory,
            List<String> prerequisites,
            Reach reach,
            long version) {}

    /** In how many of the channels a feature is at work. */
    public record Reach(int activeIn, int channels) {}
}
