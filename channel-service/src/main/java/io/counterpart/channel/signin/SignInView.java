package io.counterpart.channel.signin;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.counterpart.channel.customer.CustomerView;

/**
 * The customer that signed in, with a token of its own.
 *
 * @param customerToken a bearer token with which the customer reads and edits itself only
 */
record SignInView(@JsonUnwrapped CustomerView customer, String customerToken, Instant customerTokenExpiresAt) {}
