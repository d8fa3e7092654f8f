package io.counterpart.hq.description;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.description.DescribedOperations;

/** What the API description says of each operation. */
@Configuration(proxyBeanMethods = false)
class OperationNotes {

    private static final String CUSTOMERS = "Customers";
    private static final String SYNCHRONIZATION = "Synchronization";
    private static final String JOBS = "Batch jobs";
    private static final String ADMINISTRATION = "Administration";
    private static final String REAL_TIME = "Real-time service";

    @Bean
    OpenApiCustomizer operationNotesCustomizer() {
        DescribedOperations operations = DescribedOperations.under("");
        customers(operations);
        synchronization(operations);
        jobs(operations);
        administration(operations);
        realTime(operations);
        return operations;
    }

    private static void customers(DescribedOperations operations) {
        operations
                .note(
                        "POST /api/v1/customers/search",
                        "searchCustomers",
                        CUSTOMERS,
                        "200",
                        "Search the customer master")
                .note(
                        "GET /api/v1/customers/{id}",
                        "getCustomer",
                        CUSTOMERS,
                        "200",
                        "Read a customer by account number or async customer id")
                .note(
                        "PUT /api/v1/customers/{id}/blocked",
                        "blockCustomer",
                        CUSTOMERS,
                        "200",
                        "Block a customer, or free it again");
    }

    private static void synchronization(DescribedOperations operations) {
        operations
                .note(
                        "GET /api/v1/synchronization-operations",
                        "listOperations",
                        SYNCHRONIZATION,
                        "200",
                        "List operations, newest first")
                .note(
                        "GET /api/v1/synchronization-operations/{id}",
                        "getOperation",
                        SYNCHRONIZATION,
                        "200",
                        "Read an operation with every change that it carries")
                .note(
                        "PATCH /api/v1/synchronization-operations/{id}",
                        "editOperation",
                        SYNCHRONIZATION,
                        "200",
                        "Change values of an operation that is not done")
                .note(
                        "POST /api/v1/synchronization-operations/{id}/synchronize",
                        "synchronizeOperation",
                        SYNCHRONIZATION,
                        "200",
                        "Synchronize one operation now")
                .note(
                        "POST /api/v1/synchronization-operations/{id}/link",
                        "linkOperation",
                        SYNCHRONIZATION,
                        "200",
                        "Say that a new customer is one that is there")
                .note(
                        "POST /api/v1/synchronization-operations/{id}/ignore",
                        "ignoreOperation",
                        SYNCHRONIZATION,
                        "200",
                        "Leave an edit out, with a reason, so that later ones go on")
                .note(
                        "POST /api/v1/synchronization-operations/synchronize",
                        "synchronizeOperations",
                        SYNCHRONIZATION,
                        "200",
                        "Synchronize all that a filter finds")
                .note(
                        "GET /api/v1/upload-sessions",
                        "listUploadSessions",
                        SYNCHRONIZATION,
                        "200",
                        "List what the P-jobs moved")
                .note(
                        "GET /api/v1/download-sessions",
                        "listDownloadSessions",
                        SYNCHRONIZATION,
                        "200",
                        "List what the channels took in")
                .note(
                        "GET /api/v1/pipeline",
                        "getPipeline",
                        SYNCHRONIZATION,
                        "200",
                        "See where operations wait, for each channel database")
                .note(
                        "GET /api/v1/reconciliation",
                        "reconcile",
                        SYNCHRONIZATION,
                        "200",
                        "Compare what was created with what arrived, and name what is missing")
                .note(
                        "POST /api/v1/channel-databases/{name}/resend",
                        "startResend",
                        SYNCHRONIZATION,
                        "202",
                        "Send all customers to a channel database again")
                .note(
                        "GET /api/v1/channel-databases/{name}/resend",
                        "getResend",
                        SYNCHRONIZATION,
                        "200",
                        "See how far the last resend is");
    }

    private static void jobs(DescribedOperations operations) {
        operations
                .note("GET /api/v1/batch-jobs", "listJobs", JOBS, "200", "List the batch jobs")
                .note("GET /api/v1/batch-jobs/{job}", "getJob", JOBS, "200", "Read a batch job")
                .note(
                        "GET /api/v1/batch-jobs/{job}/runs",
                        "listRuns",
                        JOBS,
                        "200",
                        "List what a batch job did, newest first")
                .note("POST /api/v1/batch-jobs/{job}/run", "runJob", JOBS, "200", "Run a batch job now")
                .note("POST /api/v1/batch-jobs/{job}/hold", "holdJob", JOBS, "200", "Hold a batch job")
                .note(
                        "POST /api/v1/batch-jobs/{job}/release",
                        "releaseJob",
                        JOBS,
                        "200",
                        "Release a batch job that is held")
                .note(
                        "PUT /api/v1/batch-jobs/{job}/recurrence",
                        "rescheduleJob",
                        JOBS,
                        "200",
                        "Say how often a batch job runs");
    }

    private static void administration(DescribedOperations operations) {
        operations
                .note(
                        "GET /api/v1/audit-entries",
                        "listAuditEntries",
                        ADMINISTRATION,
                        "200",
                        "List who changed what, newest first")
                .note(
                        "GET /api/v1/functionality-profiles",
                        "listFunctionalityProfiles",
                        ADMINISTRATION,
                        "200",
                        "List the functionality profiles")
                .note(
                        "GET /api/v1/functionality-profiles/{id}",
                        "getFunctionalityProfile",
                        ADMINISTRATION,
                        "200",
                        "Read one of the functionality profiles")
                .note(
                        "PUT /api/v1/functionality-profiles/{id}",
                        "putFunctionalityProfile",
                        ADMINISTRATION,
                        "200",
                        "Make or replace one of the functionality profiles")
                .note("GET /api/v1/channels", "listChannels", ADMINISTRATION, "200", "List the channels")
                .note("GET /api/v1/channels/{channel}", "getChannel", ADMINISTRATION, "200", "Read one of the channels")
                .note(
                        "PUT /api/v1/channels/{channel}",
                        "putChannel",
                        ADMINISTRATION,
                        "200",
                        "Make or replace one of the channels")
                .note(
                        "GET /api/v1/channel-database-groups",
                        "listChannelDatabaseGroups",
                        ADMINISTRATION,
                        "200",
                        "List the channel database groups")
                .note(
                        "GET /api/v1/channel-database-groups/{name}",
                        "getChannelDatabaseGroup",
                        ADMINISTRATION,
                        "200",
                        "Read one of the channel database groups")
                .note(
                        "PUT /api/v1/channel-database-groups/{name}",
                        "putChannelDatabaseGroup",
                        ADMINISTRATION,
                        "200",
                        "Make or replace one of the channel database groups")
                .note(
                        "GET /api/v1/customer-groups",
                        "listCustomerGroups",
                        ADMINISTRATION,
                        "200",
                        "List the customer groups")
                .note(
                        "GET /api/v1/customer-groups/{name}",
                        "getCustomerGroup",
                        ADMINISTRATION,
                        "200",
                        "Read one of the customer groups")
                .note(
                        "PUT /api/v1/customer-groups/{name}",
                        "putCustomerGroup",
                        ADMINISTRATION,
                        "200",
                        "Make or replace one of the customer groups")
                .note("GET /api/v1/affiliations", "listAffiliations", ADMINISTRATION, "200", "List the affiliations")
                .note(
                        "GET /api/v1/affiliations/{name}",
                        "getAffiliation",
                        ADMINISTRATION,
                        "200",
                        "Read one of the affiliations")
                .note(
                        "PUT /api/v1/affiliations/{name}",
                        "putAffiliation",
                        ADMINISTRATION,
                        "200",
                        "Make or replace one of the affiliations")
                .note(
                        "GET /api/v1/attribute-definitions",
                        "listAttributeDefinitions",
                        ADMINISTRATION,
                        "200",
                        "List the attribute definitions")
                .note(
                        "GET /api/v1/attribute-definitions/{name}",
                        "getAttributeDefinition",
                        ADMINISTRATION,
                        "200",
                        "Read one of the attribute definitions")
                .note(
                        "PUT /api/v1/attribute-definitions/{name}",
                        "putAttributeDefinition",
                        ADMINISTRATION,
                        "200",
                        "Make or replace one of the attribute definitions")
                .note("GET /api/v1/features", "listFeatures", ADMINISTRATION, "200", "List the features")
                .note("GET /api/v1/features/{name}", "getFeature", ADMINISTRATION, "200", "Read one of the features")
                .note("PUT /api/v1/features/{name}", "putFeature", ADMINISTRATION, "200", "Enable or disable a feature")
                .note(
                        "GET /api/v1/number-sequences",
                        "listNumberSequences",
                        ADMINISTRATION,
                        "200",
                        "List the number sequences")
                .note(
                        "GET /api/v1/number-sequences/{name}",
                        "getNumberSequence",
                        ADMINISTRATION,
                        "200",
                        "Read one of the number sequences")
                .note(
                        "PUT /api/v1/number-sequences/{name}",
                        "putNumberSequence",
                        ADMINISTRATION,
                        "200",
                        "Set up a number sequence, or move its end")
                .note(
                        "GET /api/v1/default-customers",
                        "listDefaultCustomers",
                        ADMINISTRATION,
                        "200",
                        "List what new customers of each channel take over")
                .note(
                        "GET /api/v1/duplicate-policy",
                        "getDuplicatePolicy",
                        ADMINISTRATION,
                        "200",
                        "Read what becomes of possible duplicates")
                .note(
                        "PUT /api/v1/duplicate-policy",
                        "putDuplicatePolicy",
                        ADMINISTRATION,
                        "200",
                        "Say what becomes of possible duplicates")
                .note(
                        "GET /api/v1/devices",
                        "listDevices",
                        ADMINISTRATION,
                        "200",
                        "List the tokens of tills, storefronts and channel databases")
                .note(
                        "POST /api/v1/devices",
                        "createDevice",
                        ADMINISTRATION,
                        "201",
                        "Make a token, which is shown this once")
                .note("DELETE /api/v1/devices/{id}", "revokeDevice", ADMINISTRATION, "204", "Revoke a token");
    }

    private static void realTime(DescribedOperations operations) {
        operations
                .note(
                        "POST /realtime/v1/operations",
                        "applyOperation",
                        REAL_TIME,
                        "200",
                        "Apply an operation within the request; the same one again is no further effect")
                .note(
                        "POST /realtime/v1/customers/search",
                        "findCustomers",
                        REAL_TIME,
                        "200",
                        "Find customers for a channel, pending ones too")
                .note(
                        "GET /realtime/v1/customers/{id}",
                        "readCustomer",
                        REAL_TIME,
                        "200",
                        "Read a customer for a channel")
                .note("POST /realtime/v1/loyalty-cards", "issueLoyaltyCard", REAL_TIME, "200", "Issue a loyalty card")
                .note("POST /realtime/v1/orders", "createOrder", REAL_TIME, "200", "Make an order");
    }
}
