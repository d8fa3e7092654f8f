package io.counterpart.channel.testing;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.messaging.RecordSigner;
import io.counterpart.messaging.signature.BatchSigner;

/** HQ from the perspective of a channel: the topics that it reads and the topics that it writes. */
public final class KafkaHeadquarters {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicLong VERSION = new AtomicLong(1);
    private static final KeyPair PAIR = keyPair();

    private final String servers;
    private final KafkaProducer<String, byte[]> producer;
    private final RecordSigner signer = new BatchSigner(PAIR.getPrivate());

    public KafkaHeadquarters(String servers) {
        this.servers = servers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer());
        makeTopics();
    }

    /** Increases with every call, like the versions of HQ. */
    public static long nextVersion() {
        return VERSION.incrementAndGet();
    }

    public void publish(String topic, String key, Object value) {
        publishBytes(topic, key, JSON.writeValueAsBytes(value));
    }

    public void publishBytes(String topic, String key, byte @Nullable [] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        signer.sign(List.of(record));
        send(record);
    }

    /** Publishes a record as somebody does who is not HQ. */
    public void forge(String topic, String key, Object value, RecordSigner forger) {
        var record = new ProducerRecord<>(topic, key, JSON.writeValueAsBytes(value));
        forger.sign(List.of(record));
        send(record);
    }

    /** The public key of HQ, as in the settings of a channel service. */
    public static String publicKey() {
        return Base64.getEncoder().encodeToString(PAIR.getPublic().getEncoded());
    }

    public static KeyPair keyPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public void configure(ChannelConfiguration channel) {
        publish(Topics.CHANNEL_CONFIGURATION_1070, channel.channel(), channel);
    }

    public void configure(GlobalConfiguration global) {
        publish(Topics.GLOBAL_CONFIGURATION_1110, "global", global);
    }

    public void command(String channelDatabase, JobCommand.Action action) {
        publish(Topics.CONTROL, channelDatabase, JobCommand.of(channelDatabase, "P-0001", action, null, Instant.now()));
    }

    /** All current records of a topic with this key. */
    public List<ConsumerRecord<String, byte[]>> recordsOf(String topic, String key) {
        var settings = Map.<String, Object>of("bootstrap.servers", servers, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> {
                    if (key.equals(each.key())) {
                        found.add(each);
                    }
                });
            }
            return found;
        }
    }

    public static String accountNumber() {
        return "C" + UUID.randomUUID().toString().substring(0, 8);
    }

    private void makeTopics() {
        List<NewTopic> topics = List.of(
                        Topics.P_0001,
                        Topics.CUSTOMERS_1010,
                        Topics.CHANNEL_CONFIGURATION_1070,
                        Topics.GLOBAL_CONFIGURATION_1110,
                        Topics.CONTROL,
                        Topics.SESSIONS)
                .stream()
                .flatMap(topic -> List.of(topic, topic + Topics.DEAD_LETTER_SUFFIX).stream())
                .map(topic -> new NewTopic(topic, 2, (short) 1))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            Collection<KafkaFuture<Void>> made =
                    admin.createTopics(topics).values().values();
            for (var each : made) {
                await(each);
            }
        }
    }

    private static void await(KafkaFuture<Void> made) {
        try {
            made.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        }
    }
}
