package io.counterpart.endtoend;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Search: any word order, any punctuation, pending customers of other channels too, and no customer twice. */
class Rule09SearchScenario extends RuleScenario {

    @Test
    void findsByWhateverACustomerSays() throws IOException {
        String digits = Long.toString(System.nanoTime() % 10_000_000_000L);
        var id = id(stack.harbor()
                .create(newCustomer(
                        "firstName",
                        "Zoë",
                        "middleName",
                        "Ångström",
                        "email",
                        name + "@example.com",
                        "phone",
                        "+1 (555) " + digits,
                        "contacts",
                        List.of(Map.of("type", "EMAIL", "value", "second." + name + "@example.com"))))
                .expect(201));
        var number = accountNumberOf(stack.online(), id);

        for (String query : List.of(
                name + " zoe",
                "ZOE " + name,
                "angstrom " + name.toLowerCase(java.util.Locale.ROOT),
                name + "@EXAMPLE.com",
                "second." + name + "@example.com",
                "1555" + digits,
                "+1-555-" + digits,
                number)) {
            assertThat(found(stack.online(), query)).as(query).isEqualTo(1);
        }
        assertThat(found(stack.online(), name + " nobody")).isZero();
    }

    @Test
    void findsAPendingCustomerOfAnotherChannelAndNeverTwice() throws IOException {
        administration.hold(AdministrationFixture.SYNCHRONIZE);
        var id = id(stack.harbor().create(newCustomer()).expect(201));

        eventually().until(() -> found(stack.online(), name) == 1);
        var item = stack.online().search(name).body().path("items").path(0);
        assertThat(item.path("displayAccountNumber").asString()).isEqualTo("Pending sync");
        assertThat(stack.online().search(name, "all").body().path("items")).hasSize(1);

        administration.release(AdministrationFixture.SYNCHRONIZE);
        accountNumberOf(stack.online(), id);
        for (var channel : List.of(stack.harbor(), stack.station(), stack.online())) {
            assertThat(found(channel, name)).isEqualTo(1);
            assertThat(channel.search(name, "all").body().path("items")).hasSize(1);
        }
    }

    @Test
    void saysSoWhenHeadquartersCannotBeAsked() throws IOException {
        stack.harbor().create(newCustomer()).expect(201);
        stack.stop("hq");
        try {
            var answer = stack.harbor().search(name, "all").expect(200).body();

            assertThat(answer.path("items")).hasSize(1);
            assertThat(answer.path("headquarters").path("asked").asBoolean(true))
                    .isFalse();
        } finally {
            stack.start("hq");
        }
    }
}
