package io.counterpart.channel.accountnumber;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Results of HQ that requests wait for, in a table that another instance may have written. */
public interface AwaitedResults {

    /** Those ids for which HQ has sent a result; ids of other things are no error. */
    List<UUID> findAnsweredAmong(Collection<UUID> ids);
}
