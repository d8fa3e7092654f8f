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
import io.counterpart.hq.configuration.NameValidator;
import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.ListResponse;

/** REST resource of functionality profiles. */
@RestController
@RequestMapping("/api/v1/functionality-profiles")
class FunctionalityProfileController {

    private final ProfileRepository profiles;
    private final ChannelService service;

    FunctionalityProfileController(ProfileRepository profiles, ChannelService service) {
        this.profiles = profiles;
        this.service = service;
    }

    @GetMapping
    ListResponse<FunctionalityProfile> all() {
        return ListResponse.of(profiles.findAll().stream().map(Profile::view).toList());
    }

    @GetMapping("/{id}")
    ResponseEntity<FunctionalityProfile> one(@PathVariable String id) {
        Profile profile = profiles.findById(id).orElseThrow(() -> HqProblem.FUNCTIONALITY_PROFILE_NOT_FOUND.problem());
        return ETags.tagged(profile.version(), profile.view());
    }

    @PutMapping("/{id}")
    ResponseEntity<FunctionalityProfile> put(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody FunctionalityProfileRequest wanted) {
        NameValidator.checkSame("/id", id, wanted.id());
        Profile saved = service.saveProfile(wanted.as(id), () -> ETags.expected(ifMatch));
        return ETags.tagged(saved.version(), saved.view());
    }

    /** A complete profile; the ID is in the path and may be repeated. Omitted modes are synchronous. */
    record FunctionalityProfileRequest(
            @Nullable String id,
            String name,
            @Nullable Boolean createCustomersInAsyncMode,
            @Nullable Boolean createOrdersInAsyncMode) {

        FunctionalityProfile as(String pathId) {
            return new FunctionalityProfile(
                    pathId,
                    name,
                    Boolean.TRUE.equals(createCustomersInAsyncMode),
                    Boolean.TRUE.equals(createOrdersInAsyncMode));
        }
    }
}
