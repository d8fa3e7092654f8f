package io.counterpart.channel.download;

import java.util.List;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.contract.Topics;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.messaging.log.LogEntry;
import io.counterpart.messaging.log.OperationLog;

import static java.time.Instant.now;
import static org.assertj.core.api.Assertions.assertThat;

/** A running channel service and the snapshots that it receives. */
abstract class SnapshotContext extends ChannelServiceContext {

    static final String ALL = "?include=addresses,contacts,affiliations,attributes,timeline";

    @Autowired
    SnapshotApplyService intake;

    @Autowired
    OperationLog operationLog;

    @Autowired
    TransactionTemplate transaction;

    final String name = "N" + UUID.randomUUID();
    final String number = KafkaHeadquarters.accountNumber();

    UUID create() {
        Response answer = harbor.post(
                CUSTOMERS,
                "{\"firstName\": \"Ann\", \"lastName\": \"%s\", \"addresses\": [{\"city\": \"Harbor\"}]}"
                        .formatted(name));
        assertThat(answer.status()).isEqualTo(201);
        return UUID.fromString(answer.text("asyncCustomerId"));
    }

    void edit(UUID id, int operationNumber, FieldChange change) {
        UUID operationId = UUID.randomUUID();
        var operation = new CustomerOperation(
                1,
                operationId,
                CHANNEL_DATABASE,
                "HARBOR",
                id,
                null,
                operationNumber,
                null,
                null,
                now(),
                new OperationBody.EditProfile(List.of(change)));
        transaction.executeWithoutResult(status -> {
            operationLog.append(new LogEntry(
                    operationId,
                    Topics.P_0001,
                    id.toString(),
                    operationNumber,
                    operation.kind().name(),
                    MessageJson.write(operation),
                    null,
                    now()));
            jdbc.update("update customer set last_operation = ? where async_customer_id = ?", operationNumber, id);
        });
    }

    JsonNode show(String id) {
        Response answer = harbor.get(CUSTOMERS + "/" + id + ALL);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    List<String> search(String query) {
        return harbor.post(CUSTOMERS + "/search", "{\"query\": \"%s\"}".formatted(query))
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("asyncCustomerId").asString())
                .toList();
    }
}
