package io.counterpart.channel.testing;

import java.math.BigDecimal;
import java.util.List;

import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ReceiptOption;
import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.ChannelToken;
import io.counterpart.contract.configuration.ChannelType;
import io.counterpart.contract.configuration.DefaultCustomer;
import io.counterpart.contract.configuration.Features;
import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.contract.configuration.OperatingUnit;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.support.security.Sha256;

/** The configurations that HQ sends to the channels of a test. */
public final class HqConfigurations {

    private HqConfigurations() {}

    public static ChannelConfiguration channel(String name, String channelDatabase, boolean async, String... tokens) {
        return new ChannelConfiguration(
                1,
                KafkaHeadquarters.nextVersion(),
                name,
                name,
                ChannelType.STORE,
                channelDatabase,
                new FunctionalityProfile("P1", "Profile", async, async, null, null, null, null),
                new DefaultCustomer(
                        "000001", CustomerType.PERSON, "RETAIL", "USD", "en-US", ReceiptOption.EMAIL, List.of("VIP")),
                new OperatingUnit("Unit", null, "Harbor", "WA", null, "USA", "USD", "en-US"),
                false,
                List.of(tokens).stream()
                        .map(token -> new ChannelToken(Sha256.hex(token), "till-1", TokenRole.TILL, null, null))
                        .toList(),
                null);
    }

    /** The same channel with this functionality profile. */
    public static ChannelConfiguration with(FunctionalityProfile profile, ChannelConfiguration channel) {
        return new ChannelConfiguration(
                channel.schemaVersion(),
                channel.version(),
                channel.channel(),
                channel.name(),
                channel.type(),
                channel.channelDatabase(),
                profile,
                channel.defaultCustomer(),
                channel.operatingUnit(),
                channel.filterSharedCustomerDataTables(),
                channel.tokens(),
                channel.clerks());
    }

    /** With every feature enabled. */
    public static GlobalConfiguration global() {
        return global(
                Features.PERFORMANCE_IMPROVEMENTS,
                Features.ENHANCED_ASYNC_CUSTOMER_CREATION,
                Features.ASYNC_CUSTOMER_ADDRESSES,
                Features.ASYNC_CUSTOMER_EDITING,
                Features.MULTIPLE_EMAILS_AND_PHONES);
    }

    public static GlobalConfiguration global(String... features) {
        var text = AttributeDefinition.Type.TEXT;
        return new GlobalConfiguration(
                1,
                KafkaHeadquarters.nextVersion(),
                List.of(features),
                List.of(
                        new GlobalConfiguration.Affiliation("VIP", "Very important"),
                        new GlobalConfiguration.Affiliation("STAFF", "Staff")),
                List.of(
                        new AttributeDefinition(
                                "shoeSize",
                                AttributeDefinition.Type.INTEGER,
                                List.of(),
                                new BigDecimal(15),
                                new BigDecimal(60),
                                "EU",
                                false),
                        new AttributeDefinition(
                                "newsletter", AttributeDefinition.Type.BOOLEAN, List.of(), null, null, null, false),
                        new AttributeDefinition(
                                "height", AttributeDefinition.Type.DECIMAL, List.of(), null, null, "m", false),
                        new AttributeDefinition("colour", text, List.of("red", "blue"), null, null, null, false)),
                List.of("RETAIL", "WHOLESALE"));
    }
}
