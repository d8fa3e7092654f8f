package io.counterpart.channel.persistence;

import org.hibernate.cfg.MappingSettings;
import org.hibernate.type.format.jackson.Jackson3JsonFormatMapper;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.channel.messaging.MessageJson;

/** Reads and writes JSON columns like the contract, so that a decimal retains its entered form. */
@Configuration(proxyBeanMethods = false)
class JsonColumnConfiguration {

    @Bean
    HibernatePropertiesCustomizer jsonOfTheContract() {
        return properties ->
                properties.put(MappingSettings.JSON_FORMAT_MAPPER, new Jackson3JsonFormatMapper(MessageJson.mapper()));
    }
}
