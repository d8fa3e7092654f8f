package io.counterpart.hq.description;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.support.openapi.OperationDescriptionCustomizer;

/** The descriptions of the operations in the OpenAPI document. */
@Configuration(proxyBeanMethods = false)
class OperationDescriptionConfiguration {

    @Bean
    OpenApiCustomizer operationNotesCustomizer() {
        return OperationDescriptionCustomizer.under("")
                .notes("Customers", """
                        POST /api/v1/customers/search      | searchCustomers | 200 | Search customers
                        GET /api/v1/customers/{id}         | getCustomer     | 200 | Get a customer by account number or async customer ID
                        PUT /api/v1/customers/{id}/blocked | blockCustomer   | 200 | Block or unblock a customer
                        """)
                .notes("Synchronization", """
                        GET /api/v1/synchronization-operations                   | listOperations        | 200 | List operations, newest first
                        GET /api/v1/synchronization-operations/{id}              | getOperation          | 200 | Get an operation with its changes
                        PATCH /api/v1/synchronization-operations/{id}            | editOperation         | 200 | Edit an open operation
                        POST /api/v1/synchronization-operations/{id}/synchronize | synchronizeOperation  | 200 | Retry an operation
                        POST /api/v1/synchronization-operations/{id}/link        | linkOperation         | 200 | Link to an existing customer
                        POST /api/v1/synchronization-operations/{id}/ignore      | ignoreOperation       | 200 | Skip an operation
                        POST /api/v1/synchronization-operations/synchronize      | synchronizeOperations | 200 | Retry all operations matching a filter
                        GET /api/v1/upload-sessions                              | listUploadSessions    | 200 | List upload sessions
                        POST /api/v1/upload-sessions/rerun                       | rerunUploads          | 202 | Request missing operations, or a range of operations, again
                        GET /api/v1/download-sessions                            | listDownloadSessions  | 200 | List download sessions
                        GET /api/v1/pipeline                                     | getPipeline           | 200 | Get the pipeline by channel database
                        GET /api/v1/stuck-customers                              | listStuckCustomers    | 200 | List stuck customers with their remedies
                        GET /api/v1/reconciliation                               | reconcile             | 200 | Reconcile created and received operations
                        POST /api/v1/channel-databases/{name}/resend             | startResend           | 202 | Start a full resync of a channel database
                        GET /api/v1/channel-databases/{name}/resend              | getResend             | 200 | Get the progress of the last full resync
                        """)
                .notes("Dead letters", """
                        GET /api/v1/dead-letters                 | listDeadLetters        | 200 | List dead letters, newest first
                        GET /api/v1/dead-letters/groups          | listDeadLetterGroups   | 200 | List dead letters grouped by cause and topic
                        POST /api/v1/dead-letters/groups/retry   | retryDeadLetterGroup   | 202 | Requeue the open dead letters of a group (idempotent)
                        POST /api/v1/dead-letters/groups/discard | discardDeadLetterGroup | 200 | Discard the open dead letters of a group (idempotent)
                        GET /api/v1/dead-letters/retries/{id}    | getDeadLetterRetry     | 200 | Get the progress of a retry of dead letters
                        """)
                .notes("Recovery", """
                        GET /api/v1/recovery                                            | getRecovery     | 200 | List recoveries after database restores, newest first
                        POST /api/v1/recovery/channel-databases/{name}/continue-without | continueWithout | 204 | Continue a recovery without the report of a channel database
                        """)
                .notes("Batch jobs", """
                        GET /api/v1/batch-jobs                  | listJobs      | 200 | List batch jobs
                        GET /api/v1/batch-jobs/{job}            | getJob        | 200 | Get a batch job
                        GET /api/v1/batch-jobs/{job}/runs       | listRuns      | 200 | List the runs of a batch job, newest first
                        POST /api/v1/batch-jobs/{job}/run       | runJob        | 200 | Run a batch job now
                        POST /api/v1/batch-jobs/{job}/hold      | holdJob       | 200 | Hold a batch job
                        POST /api/v1/batch-jobs/{job}/release   | releaseJob    | 200 | Release a batch job
                        PUT /api/v1/batch-jobs/{job}/recurrence | rescheduleJob | 200 | Set job schedule
                        """)
                .notes("Administration", """
                        GET /api/v1/audit-entries                  | listAuditEntries          | 200 | List audit entries, newest first
                        GET /api/v1/functionality-profiles         | listFunctionalityProfiles | 200 | List functionality profiles
                        GET /api/v1/functionality-profiles/{id}    | getFunctionalityProfile   | 200 | Get a functionality profile
                        PUT /api/v1/functionality-profiles/{id}    | putFunctionalityProfile   | 200 | Create or update a functionality profile
                        GET /api/v1/channels                       | listChannels              | 200 | List channels
                        GET /api/v1/channels/{channel}             | getChannel                | 200 | Get a channel
                        PUT /api/v1/channels/{channel}             | putChannel                | 200 | Create or update a channel
                        GET /api/v1/channel-database-groups        | listChannelDatabaseGroups | 200 | List channel database groups
                        GET /api/v1/channel-database-groups/{name} | getChannelDatabaseGroup   | 200 | Get a channel database group
                        PUT /api/v1/channel-database-groups/{name} | putChannelDatabaseGroup   | 200 | Create or update a channel database group
                        GET /api/v1/customer-groups                | listCustomerGroups        | 200 | List customer groups
                        GET /api/v1/customer-groups/{name}         | getCustomerGroup          | 200 | Get a customer group
                        PUT /api/v1/customer-groups/{name}         | putCustomerGroup          | 200 | Create or update a customer group
                        GET /api/v1/affiliations                   | listAffiliations          | 200 | List affiliations
                        GET /api/v1/affiliations/{name}            | getAffiliation            | 200 | Get an affiliation
                        PUT /api/v1/affiliations/{name}            | putAffiliation            | 200 | Create or update an affiliation
                        GET /api/v1/attribute-definitions          | listAttributeDefinitions  | 200 | List attribute definitions
                        GET /api/v1/attribute-definitions/{name}   | getAttributeDefinition    | 200 | Get an attribute definition
                        PUT /api/v1/attribute-definitions/{name}   | putAttributeDefinition    | 200 | Create or update an attribute definition
                        GET /api/v1/features                       | listFeatures              | 200 | List features
                        GET /api/v1/features/{name}                | getFeature                | 200 | Get a feature
                        PUT /api/v1/features/{name}                | putFeature                | 200 | Enable or disable a feature
                        GET /api/v1/number-sequences               | listNumberSequences       | 200 | List number sequences
                        GET /api/v1/number-sequences/{name}        | getNumberSequence         | 200 | Get a number sequence
                        PUT /api/v1/number-sequences/{name}        | putNumberSequence         | 200 | Create or update a number sequence
                        GET /api/v1/default-customers              | listDefaultCustomers      | 200 | List the default customers of channels
                        GET /api/v1/duplicate-policy               | getDuplicatePolicy        | 200 | Get the duplicate policy
                        PUT /api/v1/duplicate-policy               | putDuplicatePolicy        | 200 | Set the duplicate policy
                        GET /api/v1/devices                        | listDevices               | 200 | List access tokens
                        POST /api/v1/devices                       | createDevice              | 201 | Create an access token (returned only once)
                        DELETE /api/v1/devices/{id}                | revokeDevice              | 204 | Revoke an access token
                        """)
                .notes("Real-time service", """
                        POST /realtime/v1/operations       | applyOperation   | 200 | Apply an operation synchronously (idempotent)
                        POST /realtime/v1/customers/search | findCustomers    | 200 | Search customers, including pending ones
                        GET /realtime/v1/customers/{id}    | readCustomer     | 200 | Get a customer
                        POST /realtime/v1/loyalty-cards    | issueLoyaltyCard | 200 | Issue a loyalty card
                        POST /realtime/v1/orders           | createOrder      | 200 | Create an order
                        """);
    }
}
