package io.counterpart.hq.channel;

import java.util.List;
import java.util.stream.Stream;

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
import io.counterpart.contract.configuration.MandatoryField;
import io.counterpart.contract.configuration.OrderMode;
import io.counterpart.contract.configuration.TillSection;
import io.counterpart.hq.configuration.NameValidator;
import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.ListResponse;
import io.counterpart.support.problem.Problem;

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
        OrderMode before =
                profiles.findById(id).map(it -> it.view().modeOfOrders()).orElse(null);
        Profile saved = service.saveProfile(wanted.as(id, before), () -> ETags.expected(ifMatch));
        return ETags.tagged(saved.version(), saved.view());
    }

    /**
     * A complete profile; the ID is in the path and may be repeated. Omitted modes are synchronous, an omitted requirement
     * is none, omitted sections are all, and omitted fields are none.
     *
     * @param orderMode how orders are created; omitted, or repeated by a caller that changes only
     *     {@code createOrdersInAsyncMode}: as that says
     */
    record FunctionalityProfileRequest(
            @Nullable String id,
            String name,
            @Nullable Boolean createCustomersInAsyncMode,
            @Nullable Boolean createOrdersInAsyncMode,
            @Nullable OrderMode orderMode,
            @Nullable Boolean primaryAddressRequired,
            @Nullable List<@Nullable TillSection> tillSections,
            @Nullable List<@Nullable MandatoryField> mandatoryFields) {

        /**
         * The profile that is wanted.
         *
         * @param before how orders are created now; null: the profile is new
         */
        FunctionalityProfile as(String pathId, @Nullable OrderMode before) {
            return FunctionalityProfile.of(
                    pathId,
                    name,
                    Boolean.TRUE.equals(createCustomersInAsyncMode),
                    orders(before),
                    Boolean.TRUE.equals(primaryAddressRequired),
                    tillSections == null
                            ? TillSection.all()
                            : chosen("/tillSections", tillSections, TillSection.values()),
                    mandatoryFields == null
                            ? List.of()
                            : chosen("/mandatoryFields", mandatoryFields, MandatoryField.values()));
        }

        // Each of them once and in the order of the constants, so that equal choices are equal lists.
        private static <E> List<E> chosen(String pointer, List<@Nullable E> given, E[] all) {
            if (given.contains(null)) {
                throw Problem.validation(pointer, "required", "An entry of the list is null.");
            }
            return Stream.of(all).filter(given::contains).toList();
        }

        private OrderMode orders(@Nullable OrderMode before) {
            OrderMode given = orderMode;
            boolean contradicts = given != null
                    && createOrdersInAsyncMode != null
                    && createOrdersInAsyncMode != (given != OrderMode.SYNC);
            // Callers that do not know orderMode return it as they read it.
            if (given == null || (contradicts && given == before)) {
                return Boolean.TRUE.equals(createOrdersInAsyncMode) ? OrderMode.ASYNC : OrderMode.SYNC;
            }
            if (contradicts) {
                throw Problem.validation(
                        "/orderMode",
                        "contradicts-async-mode",
                        "orderMode and createOrdersInAsyncMode contradict each other. Send one of them.");
            }
            return given;
        }
    }
}
