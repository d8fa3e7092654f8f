package io.counterpart.bad.rules;

import java.time.Instant;

import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.realtime.RealTimeService;

/** Breaks every rule that a class can break. */
@RestController
@Transactional
public class CustomerManagerImpl {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    KafkaTemplate<String, String> kafka;

    @Autowired
    Producer<String, byte[]> producer;

    @Autowired
    RealTimeService realTimeService;

    @KafkaListener(topics = "topic")
    @Scheduled(fixedDelay = 1)
    public Instant on() {
        return Instant.now();
    }
}
