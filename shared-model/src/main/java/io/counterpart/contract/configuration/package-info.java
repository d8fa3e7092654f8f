/** HQ to channels: what a channel is (1070), what holds for all of them (1110), and what its P-job should do. */
@NullMarked
package io.counterpart.contract.configuration;

import org.jspecify.annotations.NullMarked;
