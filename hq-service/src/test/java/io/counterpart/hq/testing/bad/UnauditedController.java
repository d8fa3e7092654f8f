package io.counterpart.hq.testing.bad;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Violates the rule that every administrative write is audited. */
@RestController
public class UnauditedController {

    private int writes;

    @PostMapping("/unaudited")
    int change() {
        return ++writes;
    }
}
