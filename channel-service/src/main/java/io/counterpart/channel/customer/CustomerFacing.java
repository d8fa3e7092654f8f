package io.counterpart.channel.customer;

/** A response whose form for a customer leaves out how this service and headquarters synchronize. */
public interface CustomerFacing {

    Object forCustomer();
}
