package io.counterpart.channel.customer;

import java.util.Collection;
import java.util.UUID;

/** Where it is seen which customers HQ has answered about, whichever instance took the answer in. */
@FunctionalInterface
interface AccountNumberRepository {

    Collection<UUID> findAnsweredAmong(Collection<UUID> ids);
}
