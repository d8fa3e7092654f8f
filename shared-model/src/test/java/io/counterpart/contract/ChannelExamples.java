package io.counterpart.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.contract.configuration.ChannelClerk;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.ChannelToken;
import io.counterpart.contract.configuration.ChannelType;
import io.counterpart.contract.configuration.DefaultCustomer;
import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.contract.configuration.MandatoryField;
import io.counterpart.contract.configuration.OperatingUnit;
import io.counterpart.contract.configuration.OrderMode;
import io.counterpart.contract.configuration.StorefrontAccess;
import io.counterpart.contract.configuration.TillSection;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.session.ChannelReport;

/** Examples of what HQ and a channel exchange about the channel itself: its configuration and its reports. */
final class ChannelExamples {

    private ChannelExamples() {}

    static ChannelConfiguration channelConfiguration() {
        return new ChannelConfiguration(
                ChannelConfiguration.SCHEMA_VERSION,
                12,
                "HARBOR",
                "Harbor store",
                ChannelType.STORE,
                "harbor",
                FunctionalityProfile.of(
                        "stores",
                        "Stores",
                        true,
                        OrderMode.ASYNC_AT_ONCE,
                        true,
                        List.of(TillSection.ADDRESSES, TillSection.LOYALTY_CARDS),
                        List.of(MandatoryField.EMAIL)),
                new DefaultCustomer(
                        "C000000099", CustomerType.PERSON, "RETAIL", "USD", "en-US", ReceiptOption.POS, List.of("VIP")),
                new OperatingUnit("Harbor", "1 Quay", "Harbor", "WA", "98101", "USA", "USD", "en-US"),
                false,
                List.of(
                        new ChannelToken("0a".repeat(32), "till 1", TokenRole.TILL, Examples.LATER, null),
                        new ChannelToken(
                                "0b".repeat(32), "shop", TokenRole.STOREFRONT, null, StorefrontAccess.SIGN_IN_ONLY)),
                List.of(new ChannelClerk(Examples.CLERK, "Robin Reyes", "$2a$12$" + "h".repeat(53), Examples.NOON)));
    }

    static GlobalConfiguration globalConfiguration() {
        return new GlobalConfiguration(
                GlobalConfiguration.SCHEMA_VERSION,
                13,
                List.of("async-customer-editing"),
                List.of(new GlobalConfiguration.Affiliation("VIP", "Very important")),
                List.of(new AttributeDefinition(
                        "shoeSize",
                        AttributeDefinition.Type.INTEGER,
                        List.of(),
                        new BigDecimal("14"),
                        new BigDecimal("60.5"),
                        "EU",
                        false)),
                List.of("RETAIL"));
    }

    static Map<String, ChannelReport> reports() {
        var session = UUID.fromString("0198f3a0-0000-7000-8000-000000005e55");
        return Map.of(
                "channel-report.upload-session",
                new ChannelReport.UploadSession(
                        1,
                        session,
                        "harbor",
                        17,
                        25,
                        5,
                        "APPLIED",
                        1,
                        null,
                        Examples.NOON,
                        Examples.LATER,
                        true,
                        session,
                        List.of(new ChannelReport.CounterSpan(17, 20), new ChannelReport.CounterSpan(25, 25))),
                "channel-report.download-session",
                new ChannelReport.DownloadSession(
                        1, session, "harbor", "1010", 5, "APPLIED", 1, null, Examples.NOON, Examples.LATER),
                "channel-report.heartbeat",
                new ChannelReport.Heartbeat(
                        1,
                        "harbor",
                        Examples.NOON,
                        3,
                        Examples.LATER,
                        false,
                        Map.of("HARBOR", 12L),
                        13,
                        4711L,
                        2L,
                        Examples.NOON,
                        "C-0000042",
                        "7300000000000000001/00000001/16384",
                        17L,
                        List.of(new ChannelReport.TillState(
                                "HARBOR", "till 1", "1.4.2", Examples.NOON, -12, 3, 1, Examples.LATER, true)),
                        "0.1.0"),
                "channel-report.pending-customers",
                new ChannelReport.PendingCustomers(
                        1,
                        "harbor",
                        Examples.LATER,
                        List.of(new ChannelReport.PendingCustomer(
                                session, "HARBOR", session, 1, 17, Examples.NOON, true))),
                "channel-report.available-operations",
                new ChannelReport.AvailableOperations(
                        1,
                        "harbor",
                        session,
                        17,
                        25,
                        List.of(new ChannelReport.CounterSpan(17, 20), new ChannelReport.CounterSpan(25, 25)),
                        Examples.LATER),
                "channel-report.reported-customers",
                new ChannelReport.ReportedCustomers(
                        1, "harbor", session, true, List.of(Examples.converted()), List.of(Examples.ANN)));
    }
}
