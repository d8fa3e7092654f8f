package io.counterpart.hq.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.NewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import io.counterpart.contract.Topics;
import io.counterpart.messaging.Pause;
import io.counterpart.messaging.Worker;

/**
 * Inspects the topics at an interval on a dedicated thread, because Kafka may be unavailable. Reports settings that
 * differ, creates topics that are missing, and detects topics other than those that HQ published to.
 */
final class TopicWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicWatch.class);

    // The topics from which a new channel database loads its data.
    private static final List<String> PUBLISHED =
            List.of(Topics.CUSTOMERS_1010, Topics.CHANNEL_CONFIGURATION_1070, Topics.GLOBAL_CONFIGURATION_1110);

    private final Collection<NewTopic> wanted;
    private final TopicCreator creation;
    private final TopicInspector inspector;
    private final TopicIdentityService identities;
    private final TopicState state;
    private final TopicsProperties properties;
    private final Worker worker;

    TopicWatch(
            Collection<NewTopic> wanted,
            TopicCreator creation,
            TopicInspector inspector,
            TopicIdentityService identities,
            TopicState state,
            TopicsProperties properties) {
        this.wanted = wanted;
        this.creation = creation;
        this.inspector = inspector;
        this.identities = identities;
        this.state = state;
        this.properties = properties;
        this.worker = new Worker("topic-watch", this::watch, this::pauseAfterFailure);
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop(Duration.ZERO);
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    private Pause watch() throws InterruptedException {
        return Pause.atMost(inspect() ? properties.watchInterval() : properties.retryInterval());
    }

    private Pause pauseAfterFailure(RuntimeException failure, int failures) {
        log.debug("The topics could not be inspected: {}", failure.getMessage());
        return Pause.atMost(properties.retryInterval());
    }

    /** Returns whether all topics exist. */
    boolean inspect() throws InterruptedException {
        try {
            TopicInspector.Found found = inspected();
            boolean complete = found.ids().size() == wanted.size();
            reportBrokers(found.brokers(), complete);
            reportDifferences(found.differences());
            if (creation.isDone() && !complete) {
                log.warn(
                        "Kafka has {} of {} topics; the others are created again",
                        found.ids().size(),
                        wanted.size());
                creation.create();
                return false;
            }
            compareIds(found.ids());
            return complete;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            log.debug("The topics could not be inspected: {}", e.getMessage());
            return false;
        }
    }

    private TopicInspector.Found inspected() throws InterruptedException, ExecutionException, TimeoutException {
        boolean answered = false;
        try {
            TopicInspector.Found found = inspector.inspect(wanted);
            answered = true;
            return found;
        } finally {
            state.updateReachable(answered);
        }
    }

    private void compareIds(Map<String, String> ids) {
        var published = new HashMap<>(ids);
        published.keySet().retainAll(PUBLISHED);
        var recreated = identities.compare(published);
        if (!recreated.isEmpty()) {
            log.warn("Kafka lost {}; their content is published again", recreated);
        }
    }

    private void reportBrokers(int brokers, boolean complete) {
        int replicas = properties.replicas();
        String problem = complete || brokers >= replicas
                ? null
                : "HQ_TOPICS_REPLICAS is %d, but Kafka has %d broker%s: topics are created once %d brokers run"
                        .formatted(replicas, brokers, brokers == 1 ? "" : "s", replicas);
        if (state.updateProblem(problem)) {
            log.warn("{}", problem);
        }
    }

    private void reportDifferences(List<TopicDifference> differences) {
        if (state.updateDifferences(differences)) {
            differences.forEach(it -> log.warn("{}. Correct it with: {}", it.text(), it.command()));
        }
    }
}
