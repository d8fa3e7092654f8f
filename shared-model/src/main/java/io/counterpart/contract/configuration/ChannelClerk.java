package io.counterpart.contract.configuration;

import java.time.Instant;
import java.util.UUID;

/**
 * The part of a clerk that is sent to the channels where the clerk works.
 *
 * @param name unique among all clerks; what operations carry as their clerk
 * @param pinHash the bcrypt hash of the PIN; the PIN itself is never stored or sent
 * @param pinSetAt when the PIN was set or the clerk activated; {@link JobCommand.Action#REVOKE_CLERK} refers to it
 */
public record ChannelClerk(UUID id, String name, String pinHash, Instant pinSetAt) {}
