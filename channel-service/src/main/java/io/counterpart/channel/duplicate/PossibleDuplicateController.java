package io.counterpart.channel.duplicate;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hints while a customer is being entered; by a request body, so that URLs contain no personal data. */
@RestController
@RequestMapping("/api/v1/customers/possible-duplicates")
class PossibleDuplicateController {

    private final PossibleDuplicateService duplicates;

    PossibleDuplicateController(PossibleDuplicateService duplicates) {
        this.duplicates = duplicates;
    }

    @PostMapping
    PossibleDuplicateList find(@RequestBody DuplicateCheckRequest request) {
        return new PossibleDuplicateList(duplicates.find(EnteredCustomer.of(request)));
    }
}
