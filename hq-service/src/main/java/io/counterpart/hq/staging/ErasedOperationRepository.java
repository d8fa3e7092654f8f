package io.counterpart.hq.staging;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.edit.ErasedOperationSql;

/**
 * Empties staged operations of erased customers. The rows remain, because reconciliation, reruns and the numbers of
 * operations need them; the JSON remains readable.
 */
@Repository
class ErasedOperationRepository {

    // Built from columns, so that nothing that a newer channel adds to the JSON remains.
    private static final String PAYLOAD = """
            update async_operation set payload = json_build_object(
              'schemaVersion', 1, 'operationId', operation_id, 'channelDatabase', channel_database, 'channel', channel,
              'asyncCustomerId', async_customer_id, 'operationNumber', operation_number, 'occurredAt', occurred_at,
              'body', %s)
            where recid = any(:recids)
            """.formatted(ErasedOperationSql.body("kind", "operation_id"));

    private static final String CUSTOMER = """
            update retailasynccustomerv2 set titlerecordid = null, custname = null, firstname = null, middlename = null,
              lastname = null, organizationname = null, email = null, phone = null, languageid = null, currency = null,
              custgroup = null, receiptoption = null, receiptemail = null, externalidentityissuer = null,
              externalidentityid = null, cellularphone = null, url = null, vatnum = null, invoiceaccount = null
            where operationid = any(array(select operation_id from async_operation where recid = any(:recids)))
            """;

    private static final String ADDRESS = """
            update retailasyncaddressv2 set addressname = null, addresstype = null, street = null, streetnumber = null,
              buildingcompliment = null, postbox = null, districtname = null, city = null, county = null, state = null,
              zipcode = null, country = null, phone = null, email = null, makepostaladdressprimary = null
            where operationid = any(array(select operation_id from async_operation where recid = any(:recids)))
            """;

    private static final String CONTACT = """
            update retailasynccustomercontact set type = null, locator = null, isprimary = null,
              retailmarketingoptin = null
            where operationid = any(array(select operation_id from async_operation where recid = any(:recids)))
            """;

    // The name of the affiliation is part of the key.
    private static final String AFFILIATION = """
            update retailasynccustomeraffiliation as affiliation set retailaffiliationid = numbered.id
            from (
              select operationid, retailaffiliationid,
                'erased ' || row_number() over (partition by operationid order by retailaffiliationid) as id
              from retailasynccustomeraffiliation
              where operationid = any(array(select operation_id from async_operation where recid = any(:recids)))
            ) as numbered
            where affiliation.operationid = numbered.operationid
              and affiliation.retailaffiliationid = numbered.retailaffiliationid
              and affiliation.retailaffiliationid not like 'erased %'
            """;

    private static final String ATTRIBUTE = """
            update retailasynccustomerattributev2 set attributedatatype = null, attributevaluestring = null
            where operationid = any(array(select operation_id from async_operation where recid = any(:recids)))
            """;

    private static final List<String> STATEMENTS = List.of(PAYLOAD, CUSTOMER, ADDRESS, CONTACT, AFFILIATION, ATTRIBUTE);

    private final JdbcClient jdbc;

    ErasedOperationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void erase(Collection<Long> recids) {
        Long[] rows = recids.toArray(Long[]::new);
        STATEMENTS.forEach(it -> jdbc.sql(it).param("recids", rows).update());
    }
}
