package io.counterpart.hq.description;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.support.openapi.OperationDescriptionCustomizer;

/** What the API description says of each operation. */
@Configuration(proxyBeanMethods = false)
class OperationDescriptionConfiguration {

    @Bean
    OpenApiCustomizer operationNotesCustomizer() {
        return OperationDescriptionCustomizer.under("")
                .notes("Customers", """
                        POST /api/v1/customers/search      | searchCustomers | 200 | Search the customer master
                        GET /api/v1/customers/{id}         | getCustomer     | 200 | Read a customer by account number or async customer id
                        PUT /api/v1/customers/{id}/blocked | blockCustomer   | 200 | Block a customer, or free it again
                        """)
                .notes("Synchronization", """
                        GET /api/v1/synchronization-operations                   | listOperations        | 200 | List operations, newest first
                        GET /api/v1/synchronization-operations/{id}              | getOperation          | 200 | Read an operation with every change that it carries
                        PATCH /api/v1/synchronization-operations/{id}            | editOperation         | 200 | Change values of an operation that is not done
                        POST /api/v1/synchronization-operations/{id}/synchronize | synchronizeOperation  | 200 | Synchronize one operation now
                        POST /api/v1/synchronization-operations/{id}/link        | linkOperation         | 200 | Say that a new customer is one that is there
                        POST /api/v1/synchronization-operations/{id}/ignore      | ignoreOperation       | 200 | Leave an edit out, with a reason, so that later ones go on
                        POST /api/v1/synchronization-operations/synchronize      | synchronizeOperations | 200 | Synchronize all that a filter finds
                        GET /api/v1/upload-sessions                              | listUploadSessions    | 200 | List what the P-jobs moved
                        POST /api/v1/upload-sessions/rerun                       | rerunUploads          | 202 | Upload operations again that HQ misses, or a span of them
                        GET /api/v1/download-sessions                            | listDownloadSessions  | 200 | List what the channels took in
                        GET /api/v1/pipeline                                     | getPipeline           | 200 | See where operations wait, for each channel database
                        GET /api/v1/stuck-customers                              | listStuckCustomers    | 200 | List customers that are pending for too long, and what fixes it
                        GET /api/v1/reconciliation                               | reconcile             | 200 | Compare what was created with what arrived, and name what is missing
                        POST /api/v1/channel-databases/{name}/resend             | startResend           | 202 | Send all customers to a channel database again
                        GET /api/v1/channel-databases/{name}/resend              | getResend             | 200 | See how far the last resend is
                        """)
                .notes("Recovery", """
                        GET /api/v1/recovery                                            | getRecovery     | 200 | See the recoveries after restores of HQ's database, newest first
                        POST /api/v1/recovery/channel-databases/{name}/continue-without | continueWithout | 204 | Continue a recovery without the report of a channel database
                        """)
                .notes("Batch jobs", """
                        GET /api/v1/batch-jobs                  | listJobs      | 200 | List the batch jobs
                        GET /api/v1/batch-jobs/{job}            | getJob        | 200 | Read a batch job
                        GET /api/v1/batch-jobs/{job}/runs       | listRuns      | 200 | List what a batch job did, newest first
                        POST /api/v1/batch-jobs/{job}/run       | runJob        | 200 | Run a batch job now
                        POST /api/v1/batch-jobs/{job}/hold      | holdJob       | 200 | Hold a batch job
                        POST /api/v1/batch-jobs/{job}/release   | releaseJob    | 200 | Release a batch job that is held
                        PUT /api/v1/batch-jobs/{job}/recurrence | rescheduleJob | 200 | Say how often a batch job runs
                        """)
                .notes("Administration", """
                        GET /api/v1/audit-entries                  | listAuditEntries          | 200 | List who changed what, newest first
                        GET /api/v1/functionality-profiles         | listFunctionalityProfiles | 200 | List the functionality profiles
                        GET /api/v1/functionality-profiles/{id}    | getFunctionalityProfile   | 200 | Read one of the functionality profiles
                        PUT /api/v1/functionality-profiles/{id}    | putFunctionalityProfile   | 200 | Make or replace one of the functionality profiles
                        GET /api/v1/channels                       | listChannels              | 200 | List the channels
                        GET /api/v1/channels/{channel}             | getChannel                | 200 | Read one of the channels
                        PUT /api/v1/channels/{channel}             | putChannel                | 200 | Make or replace one of the channels
                        GET /api/v1/channel-database-groups        | listChannelDatabaseGroups | 200 | List the channel database groups
                        GET /api/v1/channel-database-groups/{name} | getChannelDatabaseGroup   | 200 | Read one of the channel database groups
                        PUT /api/v1/channel-database-groups/{name} | putChannelDatabaseGroup   | 200 | Make or replace one of the channel database groups
                        GET /api/v1/customer-groups                | listCustomerGroups        | 200 | List the customer groups
                        GET /api/v1/customer-groups/{name}         | getCustomerGroup          | 200 | Read one of the customer groups
                        PUT /api/v1/customer-groups/{name}         | putCustomerGroup          | 200 | Make or replace one of the customer groups
                        GET /api/v1/affiliations                   | listAffiliations          | 200 | List the affiliations
                        GET /api/v1/affiliations/{name}            | getAffiliation            | 200 | Read one of the affiliations
                        PUT /api/v1/affiliations/{name}            | putAffiliation            | 200 | Make or replace one of the affiliations
                        GET /api/v1/attribute-definitions          | listAttributeDefinitions  | 200 | List the attribute definitions
                        GET /api/v1/attribute-definitions/{name}   | getAttributeDefinition    | 200 | Read one of the attribute definitions
                        PUT /api/v1/attribute-definitions/{name}   | putAttributeDefinition    | 200 | Make or replace one of the attribute definitions
                        GET /api/v1/features                       | listFeatures              | 200 | List the features
                        GET /api/v1/features/{name}                | getFeature                | 200 | Read one of the features
                        PUT /api/v1/features/{name}                | putFeature                | 200 | Enable or disable a feature
                        GET /api/v1/number-sequences               | listNumberSequences       | 200 | List the number sequences
                        GET /api/v1/number-sequences/{name}        | getNumberSequence         | 200 | Read one of the number sequences
                        PUT /api/v1/number-sequences/{name}        | putNumberSequence         | 200 | Set up a number sequence, or move its end
                        GET /api/v1/default-customers              | listDefaultCustomers      | 200 | List what new customers of each channel take over
                        GET /api/v1/duplicate-policy               | getDuplicatePolicy        | 200 | Read what becomes of possible duplicates
                        PUT /api/v1/duplicate-policy               | putDuplicatePolicy        | 200 | Say what becomes of possible duplicates
                        GET /api/v1/devices                        | listDevices               | 200 | List the tokens of tills, storefronts and channel databases
                        POST /api/v1/devices                       | createDevice              | 201 | Make a token, which is shown this once
                        DELETE /api/v1/devices/{id}                | revokeDevice              | 204 | Revoke a token
                        """)
                .notes("Real-time service", """
                        POST /realtime/v1/operations       | applyOperation   | 200 | Apply an operation within the request; the same one again is no further effect
                        POST /realtime/v1/customers/search | findCustomers    | 200 | Find customers for a channel, pending ones too
                        GET /realtime/v1/customers/{id}    | readCustomer     | 200 | Read a customer for a channel
                        POST /realtime/v1/loyalty-cards    | issueLoyaltyCard | 200 | Issue a loyalty card
                        POST /realtime/v1/orders           | createOrder      | 200 | Make an order
                        """);
    }
}
