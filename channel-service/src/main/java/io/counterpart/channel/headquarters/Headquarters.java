package io.counterpart.channel.headquarters;

import io.counterpart.contract.realtime.CreateOrder;
import io.counterpart.contract.realtime.CreateOrder.OrderCreated;
import io.counterpart.contract.realtime.FindCustomers;
import io.counterpart.contract.realtime.FindCustomers.Found;
import io.counterpart.contract.realtime.IssueLoyaltyCard;
import io.counterpart.contract.realtime.IssueLoyaltyCard.LoyaltyCard;

/** HQ, asked while somebody waits. Never called inside a transaction. */
public interface Headquarters {

    HeadquartersAnswer<Found> find(FindCustomers search);

    HeadquartersAnswer<LoyaltyCard> issue(IssueLoyaltyCard card);

    HeadquartersAnswer<OrderCreated> create(CreateOrder order);
}
