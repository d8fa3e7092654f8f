package io.counterpart.channel.storefront;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the one page that shows the sign-up and the account. */
@Controller
@Hidden
@ConditionalOnProperty("counterpart.storefront.issuer")
class StorefrontPageController {

    @GetMapping({"/signup", "/account"})
    String page() {
        return "forward:/storefront/index.html";
    }
}
