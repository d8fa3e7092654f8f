package io.counterpart.hq.openapi;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.support.openapi.OperationDescriptionCustomizer;
import io.counterpart.support.problem.ProblemCatalog;

/** The descriptions of the operations in the OpenAPI document. */
@Configuration(proxyBeanMethods = false)
class OperationDescriptionConfiguration {

    @Bean
    OpenApiCustomizer operationNotesCustomizer(ProblemCatalog catalog) {
        return OperationDescriptionCustomizer.under("", catalog)
                .notes("Customers", "The customer master.", """
                        POST /api/v1/customers/search                   | searchCustomers         | 200                   | Search customers
                        GET /api/v1/customers/{id}                      | getCustomer             | 200 ETag              | Get a customer by account number or async customer ID
                        PUT /api/v1/customers/{id}/blocked              | blockCustomer           | 200 ETag 409 410 If-Match | Block or unblock a customer
                        GET /api/v1/customers/{id}/erasure              | previewErasure          | 200 ETag              | Say what an erasure of the customer will delete
                        POST /api/v1/customers/{id}/erasure             | eraseCustomer           | 200 ETag 422 503 If-Match | Erase the personal data of a customer here and in all channels (idempotent)
                        GET /api/v1/customers/{id}/personal-data        | exportPersonalData      | 200 410               | Export everything that headquarters has of a customer
                        GET /api/v1/customers/{id}/merges               | getCustomerMerges       | 200                   | List the last fifty merges of a customer, newest first
                        GET /api/v1/customers/{id}/merges/preview       | previewMerge            | 200 ETag 409 410      | Compare two customers, and say what a merge will do
                        POST /api/v1/customers/{id}/merges              | mergeCustomers          | 200 409 410 422 503 If-Match | Merge another customer into this one
                        POST /api/v1/customers/{id}/merges/{mergeId}/undo | undoMerge             | 200 409 410 503 If-Match | Undo a merge within its period
                        GET /api/v1/possible-duplicates                 | listPossibleDuplicates  | 200 422               | List pairs of customers that may be the same, best score first
                        POST /api/v1/possible-duplicates/{id}/decision  | decidePossibleDuplicate | 200                   | Decide about two customers that may be the same (idempotent)
                        GET /api/v1/customer-export                     | exportCustomers         | 200                   | Export all customers as CSV or JSON Lines, as a stream
                        """)
                .notes("Customer imports", "Import of existing customers from a file.", """
                        POST /api/v1/customer-imports             | uploadCustomerImport    | 201 Location 409 413 422 | Upload a file of customers: CSV or JSON Lines, as it is or compressed with gzip
                        GET /api/v1/customer-imports              | listCustomerImports     | 200                      | List the last fifty imports of customers, newest first
                        GET /api/v1/customer-imports/{id}         | getCustomerImport       | 200                      | Get an import with its progress
                        GET /api/v1/customer-imports/{id}/report  | getCustomerImportReport    | 200 422               | List the records that were not imported, by line
                        POST /api/v1/customer-imports/{id}/start  | startCustomerImport     | 200 409                  | Start a dry run or the import
                        POST /api/v1/customer-imports/{id}/cancel | cancelCustomerImport    | 200 409                  | Cancel an import (idempotent)
                        """)
                .notes("Synchronization", "Operations of the channels, and their way to and from headquarters.", """
                        GET /api/v1/synchronization-operations                   | listOperations        | 200 422               | List operations, newest first
                        GET /api/v1/synchronization-operations/{id}              | getOperation          | 200 ETag              | Get an operation with its changes
                        PATCH /api/v1/synchronization-operations/{id}            | editOperation         | 200 ETag 409 If-Match | Edit an open operation
                        POST /api/v1/synchronization-operations/{id}/synchronize | synchronizeOperation  | 200 ETag 409          | Retry an operation
                        POST /api/v1/synchronization-operations/{id}/link        | linkOperation         | 200 ETag 409          | Link to an existing customer
                        POST /api/v1/synchronization-operations/{id}/ignore      | ignoreOperation       | 200 ETag 409          | Skip an operation
                        POST /api/v1/synchronization-operations/synchronize      | synchronizeOperations | 200                   | Retry all operations matching a filter
                        GET /api/v1/upload-sessions                              | listUploadSessions    | 200 422               | List upload sessions
                        POST /api/v1/upload-sessions/rerun                       | rerunUploads          | 202 404               | Request missing operations, or a range of operations, again
                        POST /api/v1/upload-sessions/acknowledge-unavailable     | acknowledgeUnavailable | 200 404              | Acknowledge operations that cannot be uploaded again
                        GET /api/v1/download-sessions                            | listDownloadSessions  | 200 422               | List download sessions
                        GET /api/v1/pipeline                                     | getPipeline           | 200                   | Get the pipeline by channel database
                        GET /api/v1/installation                                 | getInstallation       | 200                   | Get the release of headquarters
                        GET /api/v1/stuck-customers                              | listStuckCustomers    | 200 422               | List stuck customers with their remedies
                        GET /api/v1/tills                                        | listTills             | 200 422               | List tills as they last reported themselves, those that need attention first
                        GET /api/v1/statistics                                   | getStatistics         | 200 404 422           | Get throughput, latency, backlog and failures over time
                        GET /api/v1/reconciliation                               | reconcile             | 200 404               | Reconcile created and received operations
                        POST /api/v1/channel-databases/{name}/resend             | startResend           | 202 409               | Start a full resync of a channel database
                        GET /api/v1/channel-databases/{name}/resend              | getResend             | 200                   | Get the progress of the last full resync
                        """)
                .notes("Dead letters", "Messages that could not be processed.", """
                        GET /api/v1/dead-letters                 | listDeadLetters        | 200 422 | List dead letters, newest first
                        GET /api/v1/dead-letters/groups          | listDeadLetterGroups   | 200     | List dead letters grouped by cause and topic
                        POST /api/v1/dead-letters/groups/retry   | retryDeadLetterGroup   | 202 409 | Requeue the open dead letters of a group (idempotent)
                        POST /api/v1/dead-letters/groups/discard | discardDeadLetterGroup | 200     | Discard the open dead letters of a group (idempotent)
                        GET /api/v1/dead-letters/retries/{id}    | getDeadLetterRetry     | 200     | Get the progress of a retry of dead letters
                        """)
                .notes("Recovery", "Recoveries after a restore of the database.", """
                        GET /api/v1/recovery                                            | getRecovery     | 200     | List recoveries after database restores, newest first
                        POST /api/v1/recovery/channel-databases/{name}/continue-without | continueWithout | 204 409 | Continue a recovery without the report of a channel database
                        """)
                .notes("Batch jobs", "The jobs of headquarters and of the channel databases.", """
                        GET /api/v1/batch-jobs                  | listJobs      | 200               | List batch jobs
                        GET /api/v1/batch-jobs/{job}            | getJob        | 200 ETag          | Get a batch job
                        GET /api/v1/batch-jobs/{job}/runs       | listRuns      | 200 422           | List the runs of a batch job, newest first
                        POST /api/v1/batch-jobs/{job}/run       | runJob        | 200 ETag          | Run a batch job now
                        POST /api/v1/batch-jobs/{job}/hold      | holdJob       | 200 ETag          | Hold a batch job
                        POST /api/v1/batch-jobs/{job}/release   | releaseJob    | 200 ETag          | Release a batch job
                        PUT /api/v1/batch-jobs/{job}/recurrence | rescheduleJob | 200 ETag If-Match | Set job schedule
                        """)
                .notes("Administration", "Channels, reference data, features and access tokens.", """
                        GET /api/v1/audit-entries                  | listAuditEntries          | 200 422               | List audit entries, newest first
                        GET /api/v1/functionality-profiles         | listFunctionalityProfiles | 200                   | List functionality profiles
                        GET /api/v1/functionality-profiles/{id}    | getFunctionalityProfile   | 200 ETag              | Get a functionality profile
                        PUT /api/v1/functionality-profiles/{id}    | putFunctionalityProfile   | 200 ETag 428          | Create or update a functionality profile
                        GET /api/v1/channels                       | listChannels              | 200                   | List channels
                        GET /api/v1/channels/{channel}             | getChannel                | 200 ETag              | Get a channel
                        PUT /api/v1/channels/{channel}             | putChannel                | 200 ETag 428          | Create or update a channel
                        GET /api/v1/channel-database-groups        | listChannelDatabaseGroups | 200                   | List channel database groups
                        GET /api/v1/channel-database-groups/{name} | getChannelDatabaseGroup   | 200 ETag              | Get a channel database group
                        PUT /api/v1/channel-database-groups/{name} | putChannelDatabaseGroup   | 200 ETag 428          | Create or update a channel database group
                        GET /api/v1/customer-groups                | listCustomerGroups        | 200                   | List customer groups
                        GET /api/v1/customer-groups/{name}         | getCustomerGroup          | 200 ETag              | Get a customer group
                        PUT /api/v1/customer-groups/{name}         | putCustomerGroup          | 200 ETag 428          | Create or update a customer group
                        GET /api/v1/affiliations                   | listAffiliations          | 200                   | List affiliations
                        GET /api/v1/affiliations/{name}            | getAffiliation            | 200 ETag              | Get an affiliation
                        PUT /api/v1/affiliations/{name}            | putAffiliation            | 200 ETag 428          | Create or update an affiliation
                        GET /api/v1/attribute-definitions          | listAttributeDefinitions  | 200                   | List attribute definitions
                        GET /api/v1/attribute-definitions/{name}   | getAttributeDefinition    | 200 ETag              | Get an attribute definition
                        PUT /api/v1/attribute-definitions/{name}   | putAttributeDefinition    | 200 ETag 428          | Create or update an attribute definition
                        GET /api/v1/features                       | listFeatures              | 200                   | List features
                        GET /api/v1/features/{name}                | getFeature                | 200 ETag              | Get a feature
                        PUT /api/v1/features/{name}                | putFeature                | 200 ETag 409 If-Match | Enable or disable a feature
                        GET /api/v1/number-sequences               | listNumberSequences       | 200                   | List number sequences
                        GET /api/v1/number-sequences/{name}        | getNumberSequence         | 200 ETag              | Get a number sequence
                        PUT /api/v1/number-sequences/{name}        | putNumberSequence         | 200 ETag 409 428      | Create or update a number sequence
                        GET /api/v1/default-customers              | listDefaultCustomers      | 200                   | List the default customers of channels
                        GET /api/v1/duplicate-policy               | getDuplicatePolicy        | 200 ETag              | Get the duplicate policy
                        PUT /api/v1/duplicate-policy               | putDuplicatePolicy        | 200 ETag If-Match     | Set the duplicate policy
                        GET /api/v1/devices                        | listDevices               | 200                   | List access tokens
                        POST /api/v1/devices                       | createDevice              | 201                   | Create an access token (returned only once)
                        DELETE /api/v1/devices/{id}                | revokeDevice              | 204                   | Revoke an access token
                        GET /api/v1/clerks                         | listClerks                | 200 422               | List clerks by name, page by page, of all channels or of one
                        GET /api/v1/clerks/{id}                    | getClerk                  | 200 ETag              | Get a clerk
                        PUT /api/v1/clerks/{id}                    | putClerk                  | 200 ETag 428          | Create or update a clerk, or set a new PIN; PINs are not returned
                        """)
                .notes("Alerts", "Warnings that are sent by email and webhook.", """
                        GET /api/v1/alerts                                 | listAlerts             | 200 422           | List alerts with their messages, newest first
                        GET /api/v1/alert-settings                         | getAlertSettings       | 200 ETag          | Get the settings of alerts
                        PUT /api/v1/alert-settings                         | putAlertSettings       | 200 ETag If-Match | Set which alerts fire and when they are sent
                        GET /api/v1/alert-destinations                     | listAlertDestinations  | 200               | List the destinations of alerts
                        POST /api/v1/alert-destinations                    | createAlertDestination | 201               | Add a destination (the secret of a webhook is returned only once)
                        DELETE /api/v1/alert-destinations/{id}             | deleteAlertDestination | 204               | Remove a destination
                        POST /api/v1/alert-destinations/{id}/rotate-secret | rotateAlertSecret      | 200               | Replace the secret of a webhook (returned only once)
                        POST /api/v1/alert-destinations/{id}/test          | testAlertDestination   | 202               | Send a test message
                        """)
                .notes("Real-time service", "Called by channel databases only.", """
                        POST /realtime/v1/operations       | applyOperation   | 200 404 409 | Apply an operation synchronously (idempotent)
                        POST /realtime/v1/customers/search | findCustomers    | 200         | Search customers, including pending ones
                        GET /realtime/v1/customers/{id}    | readCustomer     | 200         | Get a customer
                        POST /realtime/v1/loyalty-cards    | issueLoyaltyCard | 200 404 409 410 | Issue a loyalty card, or get the one that the customer has
                        POST /realtime/v1/loyalty-cards/search | findLoyaltyCards | 200 404 | Get the loyalty cards of a customer
                        POST /realtime/v1/orders           | createOrder      | 200 404 409 410 | Create an order
                        POST /realtime/v1/orders/states    | findOrderStates  | 200         | Get the numbers and states of uploaded orders
                        """);
    }
}
