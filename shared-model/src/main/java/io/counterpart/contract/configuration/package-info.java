/**
 * HQ to channels: the configuration of a channel (1070), the configuration of all channels (1110), and commands to
 * P-jobs.
 */
@NullMarked
package io.counterpart.contract.configuration;

import org.jspecify.annotations.NullMarked;
