/** Waiting for the account number of a customer, independent of the instance that receives it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.channel.accountnumber;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
