package io.counterpart.hq.openapi;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.contract.Limits;
import io.counterpart.contract.search.DuplicateReason;
import io.counterpart.contract.search.DuplicateScore;
import io.counterpart.hq.configuration.NameValidator;
import io.counterpart.hq.master.DuplicateMode;
import io.counterpart.hq.numbering.NumberSequenceService;
import io.counterpart.hq.problem.CursorPages;
import io.counterpart.hq.statistics.StatisticsRange;
import io.counterpart.hq.statistics.StatisticsService;
import io.counterpart.support.openapi.SchemaLimits;

import static java.util.Objects.requireNonNull;

/** What HQ's OpenAPI document says about values beyond their types. */
@Configuration(proxyBeanMethods = false)
class SchemaLimitsConfiguration {

    private static final int LONGEST_REASON = 400;
    private static final int LONGEST_REFERENCE = 40;

    @Bean
    OpenApiCustomizer pageSizes() {
        return api -> api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> "query".equals(parameter.getIn()) && "limit".equals(parameter.getName()))
                .map(Parameter::getSchema)
                .forEach(limit -> {
                    limit.setMinimum(BigDecimal.ONE);
                    limit.setMaximum(BigDecimal.valueOf(CursorPages.MOST));
                });
    }

    @Bean
    OpenApiCustomizer channelLimits() {
        return SchemaLimits.of("ChannelView")
                .text("channel", Limits.CHANNEL)
                .text("name", NameValidator.LONGEST_NAME)
                .text("defaultCustomer", Limits.ACCOUNT_NUMBER);
    }

    @Bean
    OpenApiCustomizer profileLimits() {
        return SchemaLimits.of("FunctionalityProfileRequest")
                .text("id", NameValidator.LONGEST_ID)
                .text("name", NameValidator.LONGEST_NAME);
    }

    @Bean
    OpenApiCustomizer channelDatabaseGroupLimits() {
        return SchemaLimits.of("GroupView")
                .text("name", NameValidator.LONGEST_ID)
                .texts("channelDatabases", Limits.CHANNEL_DATABASE);
    }

    @Bean
    OpenApiCustomizer customerGroupLimits() {
        return SchemaLimits.of("CustomerGroupView")
                .text("name", Limits.CUSTOMER_GROUP)
                .text("description", NameValidator.LONGEST_NAME);
    }

    @Bean
    OpenApiCustomizer affiliationLimits() {
        return SchemaLimits.of("AffiliationView")
                .text("name", Limits.AFFILIATION)
                .text("description", NameValidator.LONGEST_NAME);
    }

    @Bean
    OpenApiCustomizer attributeLimits() {
        return SchemaLimits.of("AttributeDefinitionRequest").required("type").text("name", Limits.ATTRIBUTE_NAME);
    }

    @Bean
    OpenApiCustomizer deviceLimits() {
        return SchemaLimits.of("DeviceRequest").text("device", NameValidator.LONGEST_NAME);
    }

    @Bean
    OpenApiCustomizer numberSequenceLimits() {
        return SchemaLimits.of("NumberSequenceRequest")
                .range("step", 1, NumberSequenceService.MOST_STEP)
                .range("lastNumber", 0, NumberSequenceService.MOST_NUMBER);
    }

    @Bean
    OpenApiCustomizer duplicatePolicyValues() {
        return SchemaLimits.of("PolicyView")
                .values(
                        "mode",
                        Stream.of(DuplicateMode.values())
                                .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                                .toList());
    }

    @Bean
    OpenApiCustomizer statisticsLimits() {
        return SchemaLimits.of("StatisticsView")
                .values("range", StatisticsRange.names())
                .items("points", StatisticsService.MOST_POINTS)
                .items("stores", StatisticsService.MOST_STORES);
    }

    @Bean
    @SuppressWarnings("unchecked") // Parameter.getSchema returns the raw type.
    OpenApiCustomizer statisticsRanges() {
        return api -> requireNonNull(api.getPaths().get("/api/v1/statistics")).getGet().getParameters().stream()
                .filter(parameter -> "range".equals(parameter.getName()))
                .map(Parameter::getSchema)
                .forEach(range -> range.setEnum(StatisticsRange.names()));
    }

    @Bean
    OpenApiCustomizer searchLimits() {
        return SchemaLimits.of("CustomerQuery").range("limit", 1, CursorPages.MOST);
    }

    @Bean
    OpenApiCustomizer requiredFields() {
        return SchemaLimits.of("UploadRerunRequest").required("channelDatabase");
    }

    @Bean
    OpenApiCustomizer acknowledgementFields() {
        return SchemaLimits.of("AcknowledgeUnavailableRequest").required("channelDatabase");
    }

    @Bean
    OpenApiCustomizer linkFields() {
        return SchemaLimits.of("LinkRequest").required("customer");
    }

    @Bean
    OpenApiCustomizer alertDestinationFields() {
        return SchemaLimits.of("AlertDestinationRequest")
                .required("kind", "address")
                .text("address", 500);
    }

    @Bean
    OpenApiCustomizer alertRuleFields() {
        return SchemaLimits.of("AlertRuleRequest").required("rule");
    }

    @Bean
    OpenApiCustomizer ignoreFields() {
        return SchemaLimits.of("IgnoreRequest").required("reason");
    }

    @Bean
    OpenApiCustomizer blockFields() {
        return SchemaLimits.of("BlockRequest").text("reason", LONGEST_REASON);
    }

    @Bean
    OpenApiCustomizer erasureFields() {
        return SchemaLimits.of("ErasureRequest").text("reference", LONGEST_REFERENCE);
    }

    @Bean
    OpenApiCustomizer mergeFields() {
        return SchemaLimits.of("MergeRequest")
                .required("merged", "mergedVersion")
                .text("merged", 36);
    }

    @Bean
    OpenApiCustomizer possibleDuplicateLimits() {
        return SchemaLimits.of("PossibleDuplicateView")
                .range("score", 0, DuplicateScore.HIGHEST)
                .items("reasons", DuplicateReason.values().length)
                .items("customers", 2);
    }

    @Bean
    OpenApiCustomizer possibleDuplicateDecisionFields() {
        return SchemaLimits.of("PairDecisionRequest").required("decision").text("reason", LONGEST_REASON);
    }

    @Bean
    OpenApiCustomizer recurrenceFields() {
        return SchemaLimits.of("BatchJobRequest").required("recurrence");
    }
}
