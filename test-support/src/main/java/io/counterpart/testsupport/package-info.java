/** PostgreSQL and Kafka for tests, one of each per JVM. */
@NullMarked
package io.counterpart.testsupport;

import org.jspecify.annotations.NullMarked;
