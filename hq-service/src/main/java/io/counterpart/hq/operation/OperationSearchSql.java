package io.counterpart.hq.operation;

import io.counterpart.contract.search.NewestHitsQuery;

/** The conditions that find operations by what a user typed into the search. */
final class OperationSearchSql {

    // Three lookups of one operation, each with its index: a condition with "or" could not use them.
    static final String BY_ID = """
            a.recid in (
              select recid from async_operation where operation_id = :id
              union all select recid from async_operation where async_customer_id = :id
              union all select x.recid
              from customer_alias l join async_operation x using (async_customer_id) where l.alias = :id)
            """;

    /** By the first characters of an ID. */
    static final String BY_BEGINNING = """
            a.recid in (select recid from async_operation where operation_id between :first and :last
              union all select recid from async_operation where async_customer_id between :first and :last)
            """;

    static final String OF_CUSTOMER = """
            a.async_customer_id in (
              select c.async_customer_id from customer c where c.account_number = :customer
              union all select alias from customer_alias join customer c using (async_customer_id)
              where c.account_number = :customer
              union all
              select async_customer_id from customer_number_alias where account_number = :customer
              union all
              select a.alias from customer_number_alias n join customer_alias a using (async_customer_id)
              where n.account_number = :customer)
            """;

    static final String OF_ACCOUNT = OF_CUSTOMER.replace(":customer", ":account");

    private static final String OPEN_WITH_TEXT = """
            select k.recid from open_operation k join async_operation x using (recid)
              join retailasynccustomerv2 r on r.operationid = x.operation_id
            where concat_ws(' ', r.custname, r.organizationname, r.email, r.phone) ilike :text
            """;

    // All operations of the newest customers who match.
    private static final String OF_CUSTOMERS = " union all (with "
            + NewestHitsQuery.WITH
                    .replace(":before", "cast('ffffffff-ffff-ffff-ffff-ffffffffffff' as uuid)")
                    .replace(":enough", "200")
            + """
            , newest as (select async_customer_id from hit order by 1 desc limit 200)
            select x.recid from newest join async_operation x using (async_customer_id)
            union all
            select x.recid from newest join customer_alias l using (async_customer_id)
              join async_operation x on x.async_customer_id = l.alias)
            """;

    private OperationSearchSql() {}

    /** An array is evaluated once, so that the log is read by its key. */
    static String withText(boolean ofCustomers) {
        return "a.recid = any(array(" + OPEN_WITH_TEXT + (ofCustomers ? OF_CUSTOMERS : "") + "))";
    }
}
