package io.counterpart.endtoend.kubernetes;

import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/** Reads resources into their Java models and refuses fields that the models do not have. */
final class StrictModel {

    private static final ObjectMapper JSON =
            JsonMapper.builder().annotationIntrospector(new NoFurtherFields()).build();

    // There are no models of the operator's Cluster in Java.
    private static final Map<String, Class<?>> TYPES = Map.of(
            "v1/ConfigMap", ConfigMap.class,
            "v1/Service", Service.class,
            "apps/v1/Deployment", Deployment.class,
            "autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class,
            "kafka.strimzi.io/v1/Kafka", strimzi("kafka.Kafka"),
            "kafka.strimzi.io/v1/KafkaNodePool", strimzi("nodepool.KafkaNodePool"),
            "kafka.strimzi.io/v1/KafkaTopic", strimzi("topic.KafkaTopic"),
            "kafka.strimzi.io/v1/KafkaUser", strimzi("user.KafkaUser"));

    private StrictModel() {}

    static Object read(Map<String, Object> resource) {
        Class<?> type = TYPES.get(type(resource));
        if (type == null) {
            throw new IllegalArgumentException("There is no model of " + type(resource));
        }
        return JSON.convertValue(resource, type);
    }

    static <T> T read(Map<String, Object> resource, Class<T> type) {
        return type.cast(read(resource));
    }

    // By name: the compiler would look for annotations of these classes that are not published with them.
    private static Class<?> strimzi(String name) {
        try {
            return Class.forName("io.strimzi.api.kafka.model." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String type(Map<String, Object> resource) {
        return resource.get("apiVersion") + "/" + resource.get("kind");
    }

    /** The models would otherwise keep unknown fields in a map. */
    private static final class NoFurtherFields extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }
}
