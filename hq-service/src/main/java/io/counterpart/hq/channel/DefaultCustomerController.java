package io.counterpart.hq.channel;

import java.util.List;
import java.util.Objects;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.DefaultCustomer;
import io.counterpart.hq.configuration.ConfigurationService;
import io.counterpart.hq.problem.ListResponse;

/**
 * REST resource of the values that new customers of each channel inherit. The default customer is edited as a customer,
 * and selected in the channel.
 */
@RestController
@RequestMapping("/api/v1/default-customers")
class DefaultCustomerController {

    private final ConfigurationService configuration;

    DefaultCustomerController(ConfigurationService configuration) {
        this.configuration = configuration;
    }

    @GetMapping
    ListResponse<DefaultCustomerView> all() {
        return ListResponse.of(configuration.channels().stream()
                .filter(channel -> channel.defaultCustomer() != null)
                .map(DefaultCustomerView::of)
                .toList());
    }

    /**
     * The default customer of a channel.
     *
     * @param takenOver the values that new customers inherit; never the email or receipt email
     */
    record DefaultCustomerView(String channel, String accountNumber, DefaultCustomer takenOver, List<String> never) {

        static DefaultCustomerView of(ChannelConfiguration channel) {
            DefaultCustomer customer = Objects.requireNonNull(channel.defaultCustomer());
            return new DefaultCustomerView(
                    channel.channel(), customer.accountNumber(), customer, List.of("email", "receiptEmail"));
        }
    }
}
