package io.counterpart.hq.customerimport;

import io.counterpart.hq.customerfile.ImportedCustomer;
import io.counterpart.hq.master.MasterCustomer;

/** A record whose values are valid, and the customer that it would become. */
record CheckedCustomer(ImportedCustomer row, MasterCustomer customer) {}
