package io.counterpart.hq.home;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import io.counterpart.hq.page.PageMessage;
import io.counterpart.support.limit.RequestLimits;

/** The warnings about request limits that were exceeded in the last hour, at this instance of HQ and in the channels. */
@Component
class RequestLimitWarnings {

    private final RequestLimits limits;

    RequestLimitWarnings(RequestLimits limits) {
        this.limits = limits;
    }

    List<Warning> of(List<PipelineRow> lanes, WarningThresholds thresholds) {
        var found = new ArrayList<Warning>();
        long rejected = limits.rejectedInTheLastHour();
        if (rejected > 0 && rejected >= thresholds.of(WarningRule.REQUESTS_LIMITED)) {
            found.add(warning(
                    WarningRule.REQUESTS_LIMITED,
                    "",
                    PageMessage.of("home.warning.limited.title", rejected),
                    PageMessage.of(
                            "home.warning.limited.explanation",
                            limits.callersRejectedInTheLastHour(),
                            limits.addressesRejectedInTheLastHour())));
        }
        lanes.stream()
                .filter(lane -> lane.limitedRequests() > 0
                        && lane.limitedRequests() >= thresholds.of(WarningRule.REQUESTS_LIMITED_IN_CHANNEL))
                .forEach(lane -> found.add(warning(
                        WarningRule.REQUESTS_LIMITED_IN_CHANNEL,
                        lane.channelDatabase(),
                        PageMessage.of(
                                "home.warning.limitedInChannel.title", lane.limitedRequests(), lane.channelDatabase()),
                        PageMessage.of("home.warning.limitedInChannel.explanation"))));
        return found;
    }

    private static Warning warning(WarningRule rule, String subject, PageMessage title, PageMessage explanation) {
        return Warning.of(rule, subject, title, explanation, null, "");
    }
}
