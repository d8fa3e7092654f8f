package io.counterpart.hq.deadletter;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.page.PageTexts;
import io.counterpart.hq.problem.CursorPages;
import io.counterpart.hq.problem.ListResponse;
import io.counterpart.support.problem.Problem;

/** REST resource of dead letters and their groups, without the messages, which may contain personal data. */
@RestController
@RequestMapping("/api/v1/dead-letters")
class DeadLetterController {

    private static final int LONGEST_REASON = 400;

    private final DeadLetterGroupService groups;
    private final DeadLetterService letters;
    private final PageTexts texts;

    DeadLetterController(DeadLetterGroupService groups, DeadLetterService letters, PageTexts texts) {
        this.groups = groups;
        this.letters = letters;
        this.texts = texts;
    }

    @GetMapping
    ListResponse<DeadLetterView> list(
            @RequestParam(required = false) @Nullable DeadLetterCause cause,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        List<DeadLetter> read = letters.list(
                new DeadLetterFilter(all, cause, topic), CursorPages.before(cursor), CursorPages.read(limit));
        ListResponse<DeadLetter> page = CursorPages.of(read, limit, DeadLetter::id);
        return new ListResponse<>(
                page.items().stream()
                        .map(letter -> DeadLetterView.of(letter, texts))
                        .toList(),
                page.nextCursor());
    }

    @GetMapping("/groups")
    ListResponse<DeadLetterGroupView> groups(@RequestParam(defaultValue = "false") boolean all) {
        return ListResponse.of(groups.list(all).stream()
                .map(group -> DeadLetterGroupView.of(group, texts))
                .toList());
    }

    @PostMapping("/groups/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeadLetterRetryResult retry(@RequestBody DeadLetterGroupRequest request) {
        return groups.retry(request.selection(), request.checkedReason())
                .map(retry -> new DeadLetterRetryResult(retry.id(), retry.total()))
                .orElse(new DeadLetterRetryResult(null, 0));
    }

    @PostMapping("/groups/discard")
    DeadLetterDiscardResult discard(@RequestBody DeadLetterGroupRequest request) {
        return new DeadLetterDiscardResult(groups.discard(request.selection(), request.checkedReason()));
    }

    @GetMapping("/retries/{id}")
    DeadLetterRetryView retry(@PathVariable UUID id) {
        return DeadLetterRetryView.of(groups.findRetry(id));
    }

    /**
     * Selects the open dead letters of a group.
     *
     * @param upTo the value that the list of groups returned, so that a repeated request includes no later ones
     */
    record DeadLetterGroupRequest(
            @Nullable DeadLetterCause cause,
            @Nullable String topic,
            @Nullable Long upTo,
            @Nullable String reason) {

        DeadLetterSelection selection() {
            return new DeadLetterSelection(
                    required("/cause", cause), required("/topic", topic), required("/upTo", upTo));
        }

        String checkedReason() {
            String text = required("/reason", reason).strip();
            if (text.isEmpty()) {
                throw Problem.validation("/reason", "required", "A value is required");
            }
            if (text.length() > LONGEST_REASON) {
                throw Problem.validation(
                        "/reason", "too-long", "Must have at most %d characters".formatted(LONGEST_REASON));
            }
            return text;
        }

        private static <T> T required(String pointer, @Nullable T value) {
            if (value == null) {
                throw Problem.validation(pointer, "required", "A value is required");
            }
            return value;
        }
    }

    /**
     * The started retry, or the one of the group that was running.
     *
     * @param id null: no dead letter was left to retry
     * @param letters how many it requeues
     */
    record DeadLetterRetryResult(@Nullable UUID id, int letters) {}

    /** How many dead letters the request discarded. */
    record DeadLetterDiscardResult(int letters) {}
}
