package io.counterpart.channel.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.SyncStatus;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/** HQ's Real-time service as a plain socket, so that tests can simulate every kind of network failure. */
public final class StubRealTimeService implements AutoCloseable {

    private static final JsonMapper LENIENT = MessageJson.mapper()
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final ServerSocket socket;
    private final List<CustomerOperation> receivedRequests = new CopyOnWriteArrayList<>();
    private final Map<UUID, String> numbers = new ConcurrentHashMap<>();
    private volatile RealTimeBehaviour behaviour = RealTimeBehaviour.status(503, "{}");
    private volatile int statusOfProbes = 200;

    public StubRealTimeService() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    public void behave(RealTimeBehaviour next) {
        behaviour = next;
    }

    /** The response to requests that only ask whether HQ is there. */
    public void answerProbesWith(int status) {
        statusOfProbes = status;
    }

    /** Every received operation, whatever the response was. */
    public List<CustomerOperation> receivedRequests() {
        return List.copyOf(receivedRequests);
    }

    public List<CustomerOperation> receivedRequestsFor(UUID customer) {
        return receivedRequests.stream()
                .filter(it -> customer.equals(it.asyncCustomerId()))
                .toList();
    }

    /** Applies the operation and responds with its snapshot. */
    public RealTimeBehaviour doing() {
        return (operation, in, out) -> RealTimeBehaviour.status(200, MessageJson.write(snapshot(operation)))
                .answer(operation, in, out);
    }

    /** The snapshot in HQ's response. */
    public CustomerSnapshot snapshot(CustomerOperation operation) {
        UUID id = operation.asyncCustomerId();
        Instant now = Instant.now();
        return new CustomerSnapshot(
                1,
                KafkaHeadquarters.nextVersion(),
                id,
                numbers.computeIfAbsent(id, key -> KafkaHeadquarters.accountNumber()),
                List.of(),
                SyncStatus.SYNCED,
                operation.channel(),
                operation.channelDatabase(),
                CreationMode.SYNC,
                null,
                operation.occurredAt(),
                null,
                null,
                now,
                Map.of(operation.channelDatabase(), operation.operationNumber()),
                operation.channelDatabase(),
                null,
                false,
                content(operation),
                null,
                null,
                changedAt(operation));
    }

    private static @Nullable Map<String, Instant> changedAt(CustomerOperation operation) {
        return operation.body() instanceof OperationBody.EditProfile edit
                ? edit.changes().stream().collect(Collectors.toMap(FieldChange::field, it -> operation.occurredAt()))
                : null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static CustomerContent content(CustomerOperation operation) {
        if (operation.body() instanceof OperationBody.CreateCustomer created) {
            return created.content();
        }
        var nobody = new CustomerProfile(
                CustomerType.PERSON, null, null, null, "?", null, null, null, null, null, null, null, null);
        return new CustomerContent(nobody, List.of(), List.of(), List.of(), Map.of(), null);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            String head = head(in);
            byte[] body = head.startsWith("HEAD ") ? null : body(head, in);
            if (head.startsWith("HEAD ")) {
                RealTimeBehaviour.respond(connection.getOutputStream(), statusOfProbes, "");
            } else if (body != null) {
                // Other requests than operations have no operation id, and nothing that their responses depend on.
                CustomerOperation operation = LENIENT.readValue(body, CustomerOperation.class);
                if (operation.operationId() != null) {
                    receivedRequests.add(operation);
                }
                behaviour.answer(operation, in, connection.getOutputStream());
            }
            connection.getOutputStream().flush();
        } catch (IOException gone) {
            // The caller did not wait, as some tests intend.
        }
    }

    /** Returns the request line and the headers; empty: the connection ended. */
    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static byte @Nullable [] body(String head, InputStream in) throws IOException {
        if (head.isEmpty()) {
            return null;
        }
        for (String line : head.split("\r\n", -1)) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                return in.readNBytes(
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()));
            }
        }
        throw new IOException("A request without a length: " + head);
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "little-hq");
        thread.setDaemon(true);
        thread.start();
    }
}
