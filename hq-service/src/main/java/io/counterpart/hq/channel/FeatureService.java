package io.counterpart.hq.channel;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.HqProblem;

/** Switches features, as far as others allow it. */
@Service
class FeatureService {

    private final FeatureRepository features;
    private final EntityManager entities;
    private final ConfigurationPublisher publication;

    FeatureService(FeatureRepository features, EntityManager entities, ConfigurationPublisher publication) {
        this.features = features;
        this.entities = entities;
        this.publication = publication;
    }

    /**
     * @param withPrerequisites whether what the feature needs is enabled with it, rather than asked for
     */
    @Transactional
    Feature enable(String name, boolean wanted, boolean withPrerequisites, @Nullable String ifMatch) {
        Feature feature = require(name);
        Long version = feature.version();
        ETags.require(version != null && version == ETags.expected(ifMatch));
        if (feature.isEnabled() == wanted) {
            return feature;
        }
        List<Feature> switched = new ArrayList<>(List.of(feature));
        if (wanted && withPrerequisites) {
            switched.addAll(missing(feature));
        } else if (wanted) {
            requirePrerequisites(feature);
        } else {
            requireDispensable(feature);
        }
        switched.forEach(it -> it.enable(wanted));
        entities.flush();
        long told = publication.global();
        switched.forEach(it -> it.toldIn(told));
        entities.flush();
        return feature;
    }

    Feature require(String name) {
        return features.findById(name).orElseThrow(() -> HqProblem.FEATURE_NOT_FOUND.problem());
    }

    private void requirePrerequisites(Feature feature) {
        List<String> missing = missing(feature).stream().map(Feature::name).toList();
        if (!missing.isEmpty()) {
            throw HqProblem.FEATURE_PREREQUISITES_MISSING
                    .because("Enable these first: %s.".formatted(String.join(", ", missing)))
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
            throw HqProblem.FEATURE_MANDATORY.because("It cannot be disabled.");
        }
        List<String> dependents = features.findAll().stream()
                .filter(it -> it.isEnabled() && it.prerequisites().contains(feature.name()))
                .map(Feature::name)
                .toList();
        if (!dependents.isEmpty()) {
            throw HqProblem.FEATURE_NEEDED
                    .because("Disable these first: %s.".formatted(String.join(", ", dependents)))
                    .with("dependents", dependents);
        }
    }
}
