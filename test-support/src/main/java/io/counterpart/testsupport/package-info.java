/** The PostgreSQL and the Kafka broker of the tests, from one place; one of each per JVM. */
@NullMarked
package io.counterpart.testsupport;

import org.jspecify.annotations.NullMarked;
