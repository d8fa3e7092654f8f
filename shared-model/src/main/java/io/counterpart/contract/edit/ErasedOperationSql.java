package io.counterpart.contract.edit;

/**
 * SQL for the body of an operation whose customer was erased: complete, so that readers accept the operation, and without
 * any value that a person entered.
 */
public final class ErasedOperationSql {

    private static final String BODY = """
            case %1$s
              when 'CREATE_CUSTOMER' then json_build_object('kind', %1$s, 'content',
                json_build_object('profile', json_build_object('type', 'PERSON')))
              when 'ADD_ADDRESS' then json_build_object('kind', %1$s, 'address',
                json_build_object('id', %2$s, 'purpose', 'NONE', 'primary', false))
              when 'EDIT_ADDRESS' then json_build_object('kind', %1$s, 'addressId', %2$s, 'changes', json_build_array())
              when 'DEACTIVATE_ADDRESS' then json_build_object('kind', %1$s, 'addressId', %2$s)
              when 'ADD_CONTACT' then json_build_object('kind', %1$s, 'contact',
                json_build_object('id', %2$s, 'type', 'EMAIL', 'value', '', 'marketingConsent', false, 'primary', false))
              when 'EDIT_CONTACT' then json_build_object('kind', %1$s, 'contactId', %2$s, 'changes', json_build_array())
              when 'DEACTIVATE_CONTACT' then json_build_object('kind', %1$s, 'contactId', %2$s)
              when 'SET_AFFILIATIONS' then
                json_build_object('kind', %1$s, 'oldValue', json_build_array(), 'newValue', json_build_array())
              when 'LINK_IDENTITY' then json_build_object('kind', %1$s, 'identity',
                json_build_object('issuer', '', 'subject', ''))
              when 'CREATE_ORDER' then json_build_object('kind', %1$s, 'order',
                json_build_object('id', %2$s, 'currencyCode', 'XXX', 'lines', json_build_array()))
              when 'CANCEL_ORDER' then json_build_object('kind', %1$s, 'orderId', %2$s)
              when 'ADD_NOTE' then json_build_object('kind', %1$s, 'text', '')
              else json_build_object('kind', %1$s, 'changes', json_build_array()) end""";

    private ErasedOperationSql() {}

    /**
     * The expression of the body.
     *
     * @param kind an expression for the kind of the operation
     * @param id an expression for its ID, which stands for the ID of its part
     */
    public static String body(String kind, String id) {
        return BODY.formatted(kind, id);
    }
}
