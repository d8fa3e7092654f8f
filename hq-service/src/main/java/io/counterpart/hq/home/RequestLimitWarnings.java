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

    List<Warning> of(List<PipelineRow> lanes) {
        var found = new ArrayList<Warning>();
        long rejected = limits.rejectedInTheLastHour();
        if (rejected > 0) {
            found.add(warning(
                    PageMessage.of("home.warning.limited.title", rejected),
                    PageMessage.of(
                            "home.warning.limited.explanation",
                            limits.callersRejectedInTheLastHour(),
                            limits.addressesRejectedInTheLastHour())));
        }
        lanes.stream()
                .filter(lane -> lane.limitedRequests() > 0)
                .forEach(lane -> found.add(warning(
                        PageMessage.of(
                                "home.warning.limitedInChannel.title", lane.limitedRequests(), lane.channelDatabase()),
                        PageMessage.of("home.warning.limitedInChannel.explanation"))));
        return found;
    }

    private static Warning warning(PageMessage title, PageMessage explanation) {
        return new Warning("warn", title, explanation, null, "", false);
    }
}
