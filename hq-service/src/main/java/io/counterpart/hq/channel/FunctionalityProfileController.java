package io.counterpart.hq.channel;

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

import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.Items;

/** The functionality profiles for administrators. */
@RestController
@RequestMapping("/api/v1/functionality-profiles")
class FunctionalityProfileController {

    private final Profiles profiles;
    private final Administration administration;

    FunctionalityProfileController(Profiles profiles, Administration administration) {
        this.profiles = profiles;
        this.administration = administration;
    }

    @GetMapping
    Items<FunctionalityProfile> all() {
        return Items.of(profiles.findAll().stream().map(Profile::view).toList());
    }

    @GetMapping("/{id}")
    ResponseEntity<FunctionalityProfile> one(@PathVariable String id) {
        Profile profile = profiles.findById(id).orElseThrow(() -> HqProblem.FUNCTIONALITY_PROFILE_NOT_FOUND.problem());
        return Answers.of(profile, profile.view());
    }

    @PutMapping("/{id}")
    ResponseEntity<FunctionalityProfile> put(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Wanted wanted) {
        Profile saved = administration.put(
                profiles,
                id,
                ifMatch,
                present -> present == null ? new Profile(wanted.as(id)) : present.change(wanted.as(id)),
                publication -> publication.channelsOfProfile(id));
        return Answers.of(saved, saved.view());
    }

    /** The whole of a profile; the id is in the path and may be repeated. What is not said is done in sync mode. */
    record Wanted(
            @Nullable String id,
            String name,
            @Nullable Boolean createCustomersInAsyncMode,
            @Nullable Boolean createOrdersInAsyncMode) {

        FunctionalityProfile as(String pathId) {
            Names.check("/id", pathId, 30);
            Names.check("/name", name, 60);
            Names.checkSame("/id", pathId, id);
            return new FunctionalityProfile(
                    pathId,
                    name,
                    Boolean.TRUE.equals(createCustomersInAsyncMode),
                    Boolean.TRUE.equals(createOrdersInAsyncMode));
        }
    }
}
