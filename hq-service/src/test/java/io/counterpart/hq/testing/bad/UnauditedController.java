package io.counterpart.hq.testing.bad;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Violates the rule that every administrative write is audited; abstract, so that no test starts it. */
@RestController
public abstract class UnauditedController {

    private int writes;

    @PostMapping("/unaudited")
    int change() {
        return ++writes;
    }
}
