package io.counterpart.testsupport.authorization;

import java.util.List;
import java.util.SortedSet;

/** A running service, as the authorization table sees it. */
public interface AuthorizedService {

    /** The name of the Maven module. */
    String module();

    SortedSet<Endpoint> endpoints();

    AuthorizationRules rules();

    /** The heading of the table that contains the endpoint. */
    String section(Endpoint endpoint);

    int port(Endpoint endpoint);

    /** Whose objects a request of the caller can be about; empty if it is about nobody's in particular. */
    List<RequestTarget> targets(Endpoint endpoint, TableCaller caller);

    /** The ways in which the caller can be known; all of them have the same permissions. */
    List<Credentials> credentials(TableCaller caller, Endpoint endpoint);

    /** A request that reaches the authorization of the endpoint. */
    ProbeRequest request(Endpoint endpoint, TableCaller caller, RequestTarget target);
}
