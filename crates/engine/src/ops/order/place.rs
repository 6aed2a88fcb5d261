use outcomes::{Operation as Name, Outcome};

use crate::{
    Command, Done, End, Failure, Glancing, Operation, Refusals, Writing,
    engine::check_declared,
    model::{DomainName, Money, OperationId, OrderLine, Product},
};

/// Does something that is on order, and keeps it as a line of the order, with what it cost. Refused, it leaves
/// nothing behind: [`super::Note`] is for orders of which other lines stand.
///
/// Changes, bills and notifies what the command does; and the line. Checks what the command checks.
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
    pub product: Product,
    /// Of which name.
    pub name: DomainName,
    /// For how many years.
    pub years: u32,
}

impl Ordered {
    /// An order of one line.
    pub const fn alone(product: Product, name: DomainName, years: u32) -> Self {
        Self { order: None, place: 1, product, name, years }
    }

    /// The line as it is kept. It cost what the account has less than before.
    pub(super) fn keep(
        &self,
        cx: &Writing<'_>,
        amount: Money,
        refused: Option<String>,
    ) -> Result<(), Failure> {
        let domain = cx.store.domain(&self.name)?.filter(|_| refused.is_none());
        let line = OrderLine {
            order: self.order.unwrap_or(cx.operation),
            place: self.place,
            account: cx.actor.id(),
            placed_at: cx.now,
            product: self.product,
            name: self.name.clone(),
            domain: domain.map(|domain| domain.id),
            years: self.years,
            amount,
            refused,
        };
        Ok(cx.store.insert_order_line(&line)?)
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
