/** What operators rely on: metrics, alert rules, run books and dashboards belong together. */
@NullMarked
package io.counterpart.endtoend.monitoring;

import org.jspecify.annotations.NullMarked;
