package io.counterpart.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the stand-in identity provider of the local stack. */
@SpringBootApplication
@EnableConfigurationProperties(IdentityProperties.class)
public class IdentityProviderApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(IdentityProviderApplication.class, arguments);
    }
}
