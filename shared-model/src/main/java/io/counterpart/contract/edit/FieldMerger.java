package io.counterpart.contract.edit;

import java.util.List;
import java.util.Map;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.operation.FieldChange;

/** Merges the changed fields of an edit into one part of a customer. */
public interface FieldMerger {

    CustomerProfile profile(CustomerProfile before, List<FieldChange> changes);

    Address address(Address before, List<FieldChange> changes);

    Contact contact(Contact before, List<FieldChange> changes);

    /** Returns only attributes with a value. */
    Map<String, Object> attributes(Map<String, Object> before, List<FieldChange> changes);
}
