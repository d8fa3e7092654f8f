package io.counterpart.hq.customerimport;

import java.util.List;

import io.counterpart.hq.customerfile.RowProblem;
import io.counterpart.hq.master.MasterCustomer;

/**
 * What became of some records.
 *
 * @param created the customers to create
 * @param existing how many exist already with the same values
 */
record ChunkResult(int records, List<MasterCustomer> created, int existing, List<RowProblem> problems) {}
