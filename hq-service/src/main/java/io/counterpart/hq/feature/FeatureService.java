package io.counterpart.hq.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import jakarta.persistence.EntityManager;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.configuration.ConfigurationPublisher;
import io.counterpart.hq.configuration.ConfigurationService;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.Versions;

/**
 * Reads the features with the number of channels in which they are active; enables and disables them, subject to their
 * dependencies.
 */
@Service
class FeatureService {

    private final FeatureRepository features;
    private final EntityManager entities;
    private final ConfigurationPublisher publication;
    private final ConfigurationService configuration;
    private final AuditService audit;

    FeatureService(
            FeatureRepository features,
            EntityManager entities,
            ConfigurationPublisher publication,
            ConfigurationService configuration,
            AuditService audit) {
        this.features = features;
        this.entities = entities;
        this.publication = publication;
        this.configuration = configuration;
        this.audit = audit;
    }

    List<FeatureRow> all() {
        return features.findAll().stream().map(this::row).toList();
    }

    FeatureRow one(String name) {
        return row(require(name));
    }

    /** Enables a feature and its prerequisites, all or nothing. */
    @Transactional
    public void enableWithPrerequisites(String name) {
        enable(name, true, true, () -> one(name).version());
    }

    /**
     * Enables or disables a feature and publishes it to the channels.
     *
     * @param withPrerequisites whether its prerequisites are enabled with it; otherwise they must be enabled already
     * @param seen the version that the caller read
     */
    @Transactional
    public FeatureRow enable(String name, boolean wanted, boolean withPrerequisites, LongSupplier seen) {
        Feature feature = require(name);
        Long version = feature.version();
        Versions.require(version != null && version == seen.getAsLong());
        if (feature.isEnabled() == wanted) {
            return row(feature);
        }
        List<Feature> switched = new ArrayList<>(List.of(feature));
        if (wanted && withPrerequisites) {
            switched.addAll(missing(feature));
        } else if (wanted) {
            requirePrerequisites(feature);
        } else {
            requireDispensable(feature);
        }
        switched.forEach(it -> enable(it, wanted));
        entities.flush();
        long publishedIn = publication.global();
        switched.forEach(it -> it.toldIn(publishedIn));
        entities.flush();
        return row(feature);
    }

    private void enable(Feature feature, boolean wanted) {
        Map<String, Boolean> before = feature.view();
        audit.noteSetting(feature.subject(), before, feature.enable(wanted).view());
    }

    private Feature require(String name) {
        return features.findById(name).orElseThrow(() -> HqProblem.FEATURE_NOT_FOUND.problem());
    }

    private void requirePrerequisites(Feature feature) {
        List<String> missing = missing(feature).stream().map(Feature::name).toList();
        if (!missing.isEmpty()) {
            throw HqProblem.FEATURE_PREREQUISITES_MISSING
                    .because("Enable first: %s.".formatted(String.join(", ", missing)))
                    .with("missing", missing);
        }
    }

    private List<Feature> missing(Feature feature) {
        return feature.prerequisites().stream()
                .map(this::require)
                .filter(it -> !it.isEnabled())
                .toList();
    }

    private void requireDispensable(Feature feature) {
        if (feature.isMandatory()) {
            throw HqProblem.FEATURE_MANDATORY.because("A mandatory feature cannot be disabled.");
        }
        List<String> dependents = dependents(feature.name());
        if (!dependents.isEmpty()) {
            throw HqProblem.FEATURE_NEEDED
                    .because("Disable first: %s.".formatted(String.join(", ", dependents)))
                    .with("dependents", dependents);
        }
    }

    /** The enabled features that require this one. */
    List<String> dependents(String name) {
        return features.findAll().stream()
                .filter(it -> it.isEnabled() && it.prerequisites().contains(name))
                .map(Feature::name)
                .toList();
    }

    private FeatureRow row(Feature feature) {
        var reach = configuration.reach(feature.toldIn());
        Long version = feature.version();
        return new FeatureRow(
                feature.name(),
                feature.title(),
                feature.isEnabled(),
                feature.isMandatory(),
                feature.prerequisites(),
                new FeatureReach(feature.isEnabled() ? reach.active() : 0, reach.channels()),
                version == null ? 0 : version);
    }

    /** A feature with its reach. */
    record FeatureRow(
            String name,
            String title,
            boolean enabled,
            boolean mandatory,
            List<String> prerequisites,
            FeatureReach reach,
            long version) {}

    /**
     * The number of channels in which a feature is active: an enabled feature takes effect after the channel applied
     * it.
     */
    record FeatureReach(int activeIn, int channels) {}
}
