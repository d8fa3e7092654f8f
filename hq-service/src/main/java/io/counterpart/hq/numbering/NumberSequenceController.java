package io.counterpart.hq.numbering;

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

import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.ListResponse;

/**
 * REST resource of the number sequences of customers, orders and loyalty cards. The ETag is the end of the range, so
 * that assigning numbers does not change it.
 */
@RestController
@RequestMapping("/api/v1/number-sequences")
class NumberSequenceController {

    private final NumberSequenceService service;

    NumberSequenceController(NumberSequenceService service) {
        this.service = service;
    }

    @GetMapping
    ListResponse<SequenceView> all() {
        return ListResponse.of(service.all().stream().map(SequenceView::of).toList());
    }

    @GetMapping("/{name}")
    ResponseEntity<SequenceView> one(@PathVariable String name) {
        return respond(name);
    }

    @PutMapping("/{name}")
    ResponseEntity<SequenceView> put(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NumberSequenceRequest wanted) {
        boolean there = service.isThere(name);
        service.put(name, wanted.over(there ? service.one(name) : null), there ? ETags.expected(ifMatch) : null);
        return respond(name);
    }

    private ResponseEntity<SequenceView> respond(String name) {
        NumberSequenceService.SequenceRow line = service.one(name);
        return ETags.tagged(line.lastNumber(), SequenceView.of(line));
    }

    /** The new settings of a number sequence; omitted settings do not change. Assigned numbers are not affected. */
    record NumberSequenceRequest(
            @Nullable String format, @Nullable Integer step, long lastNumber) {

        NumberSequenceService.SequenceSetting over(NumberSequenceService.@Nullable SequenceRow present) {
            String shown = present == null ? "" : present.format();
            int counted = present == null ? 1 : present.step();
            return new NumberSequenceService.SequenceSetting(
                    format == null ? shown : format, step == null ? counted : step, lastNumber);
        }
    }

    /**
     * A number sequence as the API returns it.
     *
     * @param left how many numbers remain
     * @param next the next number in its format
     */
    record SequenceView(
            String name, String format, int step, long nextNumber, long lastNumber, long left, String next) {

        static SequenceView of(NumberSequenceService.SequenceRow line) {
            return new SequenceView(
                    line.name(),
                    line.format(),
                    line.step(),
                    line.nextNumber(),
                    line.lastNumber(),
                    line.left(),
                    line.example());
        }
    }
}
