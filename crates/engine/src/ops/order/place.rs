use outcomes::{Operation as Name, Outcome};

use crate::{
    Command, Done, End, Failure, Fault, Glancing, Operation, Refusals, Writing,
    engine::check_declared,
    model::{CartItemId, Goods, Money, ObjectId, OperationId, OrderLine},
    ops::cart::Remove,
};

/// Does something that is on order, and keeps it as a line of the order, with what it cost. Refused, it leaves
/// nothing behind: [`super::Note`] is for orders of which other lines stand.
///
/// Changes, bills and notifies what the command does; the line; and the cart, if it was in one. Checks whether it still is
/// in the cart, then what the command checks.
#[derive(Clone, Debug)]
pub struct Place<C> {
    /// The line.
    pub line: Ordered,
    /// What is to be done.
    pub command: C,
}

/// A line of an order that is being placed.
#[derive(Clone, Debug)]
pub struct Ordered {
    /// The order that it belongs to; `None` where it is the first, and the order is this request.
    pub order: Option<OperationId>,
    /// Its place, counted from 1.
    pub place: u32,
    /// What is ordered.
    pub goods: Goods,
    /// For how many years.
    pub years: u32,
    /// The item of the cart that is ordered so, if it was in one. It is taken out at once, so that it is ordered only once.
    pub item: Option<CartItemId>,
}

impl Ordered {
    /// An order of one line.
    pub const fn alone(goods: Goods, years: u32) -> Self {
        Self { order: None, place: 1, goods, years, item: None }
    }

    /// Takes it out of the cart, if it is in one.
    ///
    /// # Errors
    /// `cart_item_unknown`: it is another order's by now.
    pub(super) fn take_out(&self, cx: &mut Writing<'_>) -> Result<(), Failure> {
        self.item.map_or(Ok(()), |id| Remove { id }.run(cx).map(drop))
    }

    /// The line as it is kept. It cost what the account has less than before.
    pub(super) fn keep(
        &self,
        cx: &Writing<'_>,
        amount: Money,
        refused: Option<String>,
    ) -> Result<(), Failure> {
        let object = if refused.is_none() { self.object(cx)? } else { None };
        let line = OrderLine {
            order: self.order.unwrap_or(cx.operation),
            place: self.place,
            account: cx.actor.id(),
            placed_at: cx.now,
            goods: self.goods.clone(),
            object,
            years: self.years,
            amount,
            refused,
        };
        Ok(cx.store.insert_order_line(&line)?)
    }

    /// What it was done to. A certificate is what the operation made.
    fn object(&self, cx: &Writing<'_>) -> Result<Option<ObjectId>, Fault> {
        let Some(name) = self.goods.domain() else { return Ok(Some(ObjectId(cx.object_id()))) };
        Ok(cx.store.domain(name)?.map(|domain| domain.id.into()))
    }
}

impl<C: Command + Sync> Operation for Place<C> {
    type Answer = (C::Answer, Money);
    const NAME: Name = C::NAME;
    /// The command declares its own, which is looked at when it ends.
    const OUTCOMES: &'static [Outcome] = &Outcome::ALL;

    fn object(&self) -> &str {
        self.command.object()
    }
}

impl<C: Command + Sync> Command for Place<C> {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        self.command.precheck(cx)
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Self::Answer>, Failure> {
        self.line.take_out(cx)?;
        let before = cx.store.standing(cx.actor.id())?.left();
        let end: End<C> = self.command.run(cx);
        check_declared::<C>(&end);
        let done = end?;
        let after = cx.store.standing(cx.actor.id())?.left();
        let amount = Money::new(before.minor.saturating_sub(after.minor), before.currency);
        self.line.keep(cx, amount, None)?;
        Ok(done.map(|answer| (answer, amount)))
    }
}
