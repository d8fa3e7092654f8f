package io.counterpart.channel.signin;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;

import static org.assertj.core.api.Assertions.assertThat;

class ConcurrentSignInIT extends SignInContext {

    @Test
    void makesOneCustomerOfManySignInsAtOnce() {
        assertThat(idsOf(harbor, customer(email))).hasSize(1);
    }

    @Test
    void makesOneCustomerOfManySignInsAtOnceThroughHeadquarters() {
        REAL_TIME.behave(REAL_TIME.doing());

        assertThat(idsOf(station, customer(email))).hasSize(1);
    }

    @RepeatedTest(5)
    void makesOneCustomerOfTwoIdentitiesThatSignUpWithOneEmailAtOnce() {
        assertOneCustomerOf(identitiesAtOnce(harbor));
    }

    @RepeatedTest(3)
    void makesOneCustomerOfTwoIdentitiesThatSignUpWithOneEmailAtOnceThroughHeadquarters() {
        REAL_TIME.behave(REAL_TIME.doing());

        assertOneCustomerOf(identitiesAtOnce(station));
    }

    @Test
    void linksOnceHoweverManySignInsComeAtOnce() {
        String id = harbor.post(CUSTOMERS, customer(email)).text("asyncCustomerId");

        assertThat(idsOf(harbor, customer(email))).containsExactly(id);
        assertThat(harbor.get(CUSTOMERS + "/" + id)
                        .json()
                        .path("pendingOperations")
                        .asInt())
                .isEqualTo(2);
    }

    private List<String> idsOf(ApiClient storefront, String customer) {
        List<CompletableFuture<Response>> tries = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> signIn(storefront, subject, customer)))
                .limit(8)
                .toList();
        return tries.stream()
                .map(CompletableFuture::join)
                .peek(answer -> assertThat(answer.status()).as(answer.body()).isIn(200, 201))
                .map(answer -> answer.text("asyncCustomerId"))
                .distinct()
                .toList();
    }

    private List<Response> identitiesAtOnce(ApiClient storefront) {
        List<CompletableFuture<Response>> tries = Stream.of("-1", "-2", "-3", "-4")
                .map(identity -> CompletableFuture.supplyAsync(
                        () -> signIn(storefront, subject + identity, customer(email)), threads))
                .toList();
        return tries.stream().map(CompletableFuture::join).toList();
    }

    private void assertOneCustomerOf(List<Response> answers) {
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(answer -> answer.text("type"))
                .containsOnly("/problems/duplicate-external-identity");
        assertThat(jdbc.queryForObject("select count(*) from customer where email = ?", Integer.class, email))
                .isEqualTo(1);
    }
}
