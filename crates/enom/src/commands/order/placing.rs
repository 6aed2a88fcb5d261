//! Ordering several things under one number. Each is a request of its own: one that is refused keeps its reason in the order,
//! and the others go on.

use engine::model::{CartItemId, Goods};
use engine::ops::order::{Note, Ordered, Place};
use engine::{Command, Failure, Outcome};

use crate::call::Call;

/// An order that is being placed, line by line.
pub(in crate::commands) struct Placing<'a> {
    /// Who orders.
    pub(in crate::commands) call: &'a Call<'a>,
    lines: u32,
}

/// What is ordered with a line: of what, for how many years, and as which item of the cart, if it was in one.
pub(in crate::commands) type Wanted = (Goods, u32, Option<CartItemId>);

impl<'a> Placing<'a> {
    /// An order without lines yet. Its number is that of the request.
    pub(in crate::commands) const fn new(call: &'a Call<'a>) -> Self {
        Self { call, lines: 0 }
    }

    /// An order in which so many lines stand, that of the request itself among them.
    pub(in crate::commands) const fn behind(call: &'a Call<'a>, lines: u32) -> Self {
        Self { call, lines }
    }

    /// Whether anything stands in the order.
    pub(in crate::commands) const fn has_lines(&self) -> bool {
        self.lines > 0
    }

    /// Orders one thing. What is no longer in the cart is another order's, and left to that.
    ///
    /// # Errors
    /// A fault.
    pub(in crate::commands) async fn place<C: Command + Sync>(
        &mut self,
        (goods, years, item): Wanted,
        command: C,
    ) -> Result<(), Failure> {
        let order = Some(self.call.request.operation);
        let line = Ordered { order, place: self.lines + 1, goods, years, item };
        // The first request has the number of the order, the others have numbers of their own.
        let place = Place { line: line.clone(), command };
        let placed = match self.lines {
            0 => self.call.command(place).await,
            _ => self.call.apart().command(place).await,
        };
        let mut refused = reason(placed)?;
        if let Some(why) = refused.filter(|why| *why != Outcome::CartItemUnknown) {
            refused = reason(self.call.apart().command(Note { line, refused: why }).await)?;
        }
        self.lines += u32::from(refused.is_none());
        Ok(())
    }
}

/// Why something was refused, if it was.
fn reason<T>(end: Result<T, Failure>) -> Result<Option<Outcome>, Failure> {
    match end {
        Ok(_) => Ok(None),
        Err(Failure::Refused(refusals)) => Ok(Some(refusals.first().outcome)),
        Err(fault) => Err(fault),
    }
}
