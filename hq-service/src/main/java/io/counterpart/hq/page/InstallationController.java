package io.counterpart.hq.page;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The release of HQ. */
@RestController
@RequestMapping("/api/v1/installation")
class InstallationController {

    private final Installation installation;

    InstallationController(Installation installation) {
        this.installation = installation;
    }

    @GetMapping
    InstallationView get() {
        return new InstallationView(installation.version());
    }

    /**
     * HQ as it is installed.
     *
     * @param version its release; null: it was not built by Maven
     */
    record InstallationView(@Nullable String version) {}
}
