use outcomes::{Operation as Name, Outcome};

use super::find_waiting;
use crate::{
    Command, Done, End, Failure, Fault, Glancing, Operation, Refusals, Writing,
    engine::check_declared,
    model::{CartItemId, Goods, LineKey, Money, ObjectId, OperationId, OrderLine, SealedSecret},
    ops::cart::Remove,
};

/// Does something that is on order, and keeps it as a line of the order, with what it cost. Refused, it leaves
/// nothing behind: [`super::Note`] is for orders of which other lines stand.
///
/// Changes, bills and notifies what the command does; the line; and the place where it waited. Checks whether it still waits
/// there, then what the command checks.
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
    /// Where it waited to be ordered. It is taken out of there at once, so that it is ordered only once.
    pub waited: Waited,
}

/// Where something waits to be ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waited {
    /// Nowhere: it is ordered as soon as it is asked for.
    Nowhere,
    /// In the cart.
    InCart(CartItemId),
    /// With a line of an order, which may be this one: it was not submitted yet, or it was refused and is asked for anew.
    InOrder(LineKey),
}

impl Ordered {
    /// An order of one line.
    pub const fn alone(goods: Goods, years: u32) -> Self {
        Self { order: None, place: 1, goods, years, waited: Waited::Nowhere }
    }

    /// Takes it out of where it waited.
    ///
    /// # Errors
    /// `cart_item_unknown`, `order_line_over`: it is another order's by now.
    pub(super) fn take_out(&self, cx: &mut Writing<'_>) -> Result<(), Failure> {
        match self.waited {
            Waited::Nowhere => Ok(()),
            Waited::InCart(id) => Remove { id }.run(cx).map(drop),
            Waited::InOrder(key) => {
                let line = find_waiting(cx, key)?;
                Ok(cx.store.update_order_line(&OrderLine { words: None, ..line })?)
            }
        }
    }

    /// Keeps the line as it was carried out. It cost what the account has less than before.
    fn keep_done(&self, cx: &Writing<'_>, amount: Money) -> Result<(), Failure> {
        let line = self.line(cx);
        self.keep(cx, &OrderLine { object: self.object(cx)?, amount, ..line })
    }

    /// Keeps the line as it was refused, with what it says if it can be asked for anew.
    ///
    /// # Errors
    /// A fault of the store.
    pub(super) fn keep_refused(
        &self,
        cx: &Writing<'_>,
        why: Outcome,
        words: Option<SealedSecret>,
    ) -> Result<(), Failure> {
        let line = self.line(cx);
        self.keep(cx, &OrderLine { refused: Some(why.name().to_owned()), words, ..line })
    }

    /// Keeps the line to be submitted later.
    ///
    /// # Errors
    /// A fault of the store.
    pub(super) fn keep_waiting(&self, cx: &Writing<'_>, words: SealedSecret) -> Result<(), Failure> {
        let line = self.line(cx);
        self.keep(cx, &OrderLine { words: Some(words), ..line })
    }

    fn keep(&self, cx: &Writing<'_>, line: &OrderLine) -> Result<(), Failure> {
        if self.waited == Waited::InOrder(line.key()) {
            return Ok(cx.store.update_order_line(line)?);
        }
        Ok(cx.store.insert_order_line(line)?)
    }

    /// The line before anything came of it.
    fn line(&self, cx: &Writing<'_>) -> OrderLine {
        OrderLine {
            order: self.order.unwrap_or(cx.operation),
            place: self.place,
            account: cx.actor.id(),
            placed_at: cx.now,
            goods: self.goods.clone(),
            object: None,
            years: self.years,
            amount: Money::new(0, cx.actor.account.currency),
            refused: None,
            words: None,
        }
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
        self.line.keep_done(cx, amount)?;
        Ok(done.map(|answer| (answer, amount)))
    }
}
