package io.counterpart.endtoend;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A person at the storefront, whose channel works in async mode with all features. */
abstract class StorefrontFixture extends Scenario {

    final String name = "S" + Long.toString(System.nanoTime(), 36);
    final String email = name.toLowerCase(Locale.ROOT) + "@example.com";
    final AdministrationFixture administration = new AdministrationFixture(stack);

    @SuppressWarnings("NullAway.Init") // created before each test
    StorefrontPage shop;

    @BeforeEach
    void openTheShop() throws IOException {
        administration.profile("online", true, true);
        administration.featureEverywhere("async-customer-editing", true);
        administration.featureEverywhere("multiple-emails-and-phones", true);
        shop = new StorefrontPage(stack);
    }

    @AfterEach
    void close() throws IOException {
        shop.close();
        administration.close();
    }

    UUID signUp(String firstName) {
        shop.register(email, firstName, name);
        shop.confirm(email);
        return shop.create();
    }

    /** A customer that the shop knows without a sign-in. */
    UUID customerOfTheShop() throws IOException {
        return UUID.fromString(stack.online()
                .create(Map.of("firstName", "Ann", "lastName", name, "email", email, "phone", "+1 555 0142"))
                .expect(201)
                .text("asyncCustomerId")
                .orElseThrow());
    }

    boolean hasNoSignIn(UUID customer) throws IOException {
        return stack.online()
                .get(customer.toString())
                .expect(200)
                .body()
                .path("externalIdentity")
                .isNull();
    }
}
