package io.counterpart.hq.alert;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

import io.counterpart.hq.testing.FreshDatabaseInitializer;
import io.counterpart.hq.testing.HqManualContext;

/** Starts HQ with a mail server and a clock that the test moves. Under the profile local, webhooks may be on this machine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HqManualContext
@ActiveProfiles("local")
@TestPropertySource(properties = {"hq.alerts.base-url=https://hq.example/", "hq.alerts.timeout=1s"})
@ContextConfiguration(initializers = {FreshDatabaseInitializer.class, MailServer.class})
@Import(MovableClock.class)
@interface AlertContext {}
