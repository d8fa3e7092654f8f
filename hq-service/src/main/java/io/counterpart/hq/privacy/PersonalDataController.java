package io.counterpart.hq.privacy;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** REST resource of the personal data of a customer. */
@RestController
class PersonalDataController {

    private final PersonalDataService data;

    PersonalDataController(PersonalDataService data) {
        this.data = data;
    }

    @GetMapping("/api/v1/customers/{id}/personal-data")
    ResponseEntity<PersonalData> export(@PathVariable String id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(data.export(id));
    }
}
