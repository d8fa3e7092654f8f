package io.counterpart.hq.alert;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.alert.AlertDestination.Kind;
import io.counterpart.hq.alert.AlertDestinationRepository.DestinationRow;
import io.counterpart.hq.alert.AlertDestinationService.NewSecret;
import io.counterpart.hq.problem.ListResponse;

/** REST resource of the destinations of alerts. */
@RestController
@RequestMapping("/api/v1/alert-destinations")
class AlertDestinationController {

    private final AlertDestinationService destinations;

    AlertDestinationController(AlertDestinationService destinations) {
        this.destinations = destinations;
    }

    @GetMapping
    ListResponse<AlertDestinationView> list() {
        return ListResponse.of(
                destinations.list().stream().map(AlertDestinationView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AlertDestinationView add(@RequestBody AlertDestinationRequest request) {
        return AlertDestinationView.of(destinations.add(request.kind(), request.address()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        destinations.remove(id);
    }

    @PostMapping("/{id}/rotate-secret")
    AlertDestinationView rotate(@PathVariable UUID id) {
        return AlertDestinationView.of(destinations.rotate(id));
    }

    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void test(@PathVariable UUID id) {
        destinations.test(id);
    }

    /** The new destination: an email address, or the URL of a webhook. */
    record AlertDestinationRequest(
            @Nullable Kind kind, @Nullable String address) {}

    /**
     * A destination as the API returns it.
     *
     * @param lastStatus the state of the last message; null: no message yet
     * @param secret only in the response to its creation or rotation, and only of a webhook
     */
    record AlertDestinationView(
            UUID id,
            Kind kind,
            String address,
            Instant createdAt,
            @Nullable String lastStatus,
            @Nullable String lastError,
            @Nullable Instant lastAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

        static AlertDestinationView of(DestinationRow row) {
            return new AlertDestinationView(
                    row.id(),
                    row.kind(),
                    row.address(),
                    row.createdAt(),
                    row.status(),
                    row.lastError(),
                    row.lastAt(),
                    null);
        }

        static AlertDestinationView of(NewSecret added) {
            AlertDestination destination = added.destination();
            return new AlertDestinationView(
                    destination.id(),
                    destination.kind(),
                    destination.address(),
                    destination.createdAt(),
                    null,
                    null,
                    null,
                    added.secret());
        }
    }
}
