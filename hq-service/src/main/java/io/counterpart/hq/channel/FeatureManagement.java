package io.counterpart.hq.channel;

import java.util.List;

import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.problem.Problem;
import io.counterpart.hq.problem.Versions;

/** Switches features, as far as others allow it. */
@Service
class FeatureManagement {

    private final FeatureTable features;
    private final EntityManager entities;
    private final ConfigurationPublication publication;

    FeatureManagement(FeatureTable features, EntityManager entities, ConfigurationPublication publication) {
        this.features = features;
        this.entities = entities;
        this.publication = publication;
    }

    @Transactional
    Feature enable(String name, boolean wanted, @Nullable String ifMatch) {
        Feature feature = known(name);
        Long version = feature.version();
        Versions.require(version != null && version == Versions.expected(ifMatch));
        if (feature.isEnabled() == wanted) {
            return feature;
        }
        if (wanted) {
            requirePrerequisites(feature);
        } else {
            requireDispensable(feature);
        }
        feature.enable(wanted);
        entities.flush();
        feature.toldIn(publication.global());
        entities.flush();
        return feature;
    }

    Feature known(String name) {
        return features.findById(name).orElseThrow(() -> Problem.notFound("feature-not-found", "Feature"));
    }

    private void requirePrerequisites(Feature feature) {
        List<String> missing = feature.prerequisites().stream()
                .filter(it -> !known(it).isEnabled())
                .toList();
        if (!missing.isEmpty()) {
            throw new Problem(
                            409,
                            "feature-prerequisites-missing",
                            "Other features have to be enabled first",
                            "Enable these first: %s.".formatted(String.join(", ", missing)))
                    .with("missing", missing);
        }
    }

    private void requireDispensable(Feature feature) {
        if (feature.isMandatory()) {
            throw new Problem(409, "feature-mandatory", "The feature is mandatory", "It cannot be disabled.");
        }
        List<String> dependents = features.findAll().stream()
                .filter(it -> it.isEnabled() && it.prerequisites().contains(feature.name()))
                .map(Feature::name)
                .toList();
        if (!dependents.isEmpty()) {
            throw new Problem(
                            409,
                            "feature-needed",
                            "Other features need this one",
                            "Disable these first: %s.".formatted(String.join(", ", dependents)))
                    .with("dependents", dependents);
        }
    }
}
