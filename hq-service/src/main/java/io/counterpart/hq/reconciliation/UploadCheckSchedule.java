package io.counterpart.hq.reconciliation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Checks upload sessions at an interval; several nodes share the work by row locks. */
@Component
@ConditionalOnBooleanProperty(name = "hq.reconciliation.enabled", matchIfMissing = true)
class UploadCheckSchedule {

    private static final Logger log = LoggerFactory.getLogger(UploadCheckSchedule.class);

    // With many channel databases, sessions are reported faster than one page per minute.
    private static final int PAGES = 200;

    private final UploadCheckService service;
    private final UploadCheckProperties properties;

    UploadCheckSchedule(UploadCheckService service, UploadCheckProperties properties) {
        this.service = service;
        this.properties = properties;
    }

    @Scheduled(
            initialDelayString = "${hq.reconciliation.interval:1m}",
            fixedDelayString = "${hq.reconciliation.interval:1m}")
    void check() {
        try {
            int spans = properties.spans();
            boolean last = false;
            for (int page = 0; page < PAGES && !last && spans > 0; page++) {
                UploadCheckService.Page done = service.checkPage();
                spans -= done.requested();
                last = done.last();
            }
        } catch (DataAccessException e) {
            log.warn("Upload sessions could not be checked: {}", e.getClass().getSimpleName());
        }
    }
}
