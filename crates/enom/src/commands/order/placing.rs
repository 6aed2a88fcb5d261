//! Ordering several things under one number. Each is a request of its own: one that is refused keeps its reason in the order,
//! and the others go on.

use engine::model::{Goods, Money, OrderLine, Secret};
use engine::ops::order::{Note, Ordered, Place, Waited};
use engine::{Command, Failure, Outcome};

use crate::call::Call;

/// An order that is being placed, line by line.
pub(in crate::commands) struct Placing<'a> {
    /// Who orders.
    pub(in crate::commands) call: &'a Call<'a>,
    lines: u32,
}

/// What is ordered with a line.
#[derive(Clone, Debug)]
pub(in crate::commands) struct Wanted {
    /// What, and of what.
    pub(in crate::commands) goods: Goods,
    /// For how many years.
    pub(in crate::commands) years: u32,
    /// Where it waited to be ordered.
    pub(in crate::commands) waited: Waited,
    /// What is kept of it, if it can be asked for anew once what it was refused for has passed.
    pub(in crate::commands) words: Option<Secret>,
}

impl Wanted {
    /// What is ordered as it is asked for.
    pub(in crate::commands) const fn of(goods: Goods, years: u32) -> Self {
        Self { goods, years, waited: Waited::Nowhere, words: None }
    }
}

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

    /// Orders one thing. What no longer waits is another order's, and left to that. Answers what it cost; `None` if it was
    /// refused.
    ///
    /// # Errors
    /// A fault.
    pub(in crate::commands) async fn place<C: Command + Sync>(
        &mut self,
        wanted: Wanted,
        command: C,
    ) -> Result<Option<Money>, Failure> {
        let Wanted { goods, years, waited, words } = wanted;
        let order = Some(self.call.request.operation);
        self.carry(Ordered { order, place: self.lines + 1, goods, years, waited }, words, command).await
    }

    /// Orders what waits with a line, under the number of that. Answers as [`Self::place`].
    ///
    /// # Errors
    /// A fault.
    pub(in crate::commands) async fn submit<C: Command + Sync>(
        &mut self,
        line: &OrderLine,
        words: Secret,
        command: C,
    ) -> Result<Option<Money>, Failure> {
        let line = Ordered {
            order: Some(line.order),
            place: line.place,
            goods: line.goods.clone(),
            years: line.years,
            waited: Waited::InOrder(line.key()),
        };
        self.carry(line, Some(words), command).await
    }

    async fn carry<C: Command + Sync>(
        &mut self,
        line: Ordered,
        words: Option<Secret>,
        command: C,
    ) -> Result<Option<Money>, Failure> {
        let place = Place { line: line.clone(), command };
        // The first has the number of the request, which is that of a new order; the others have numbers of their own.
        let placed = match self.lines {
            0 => self.call.command(place).await,
            _ => self.call.apart().command(place).await,
        };
        match placed {
            Ok(done) => {
                let (_, cost) = done.answer;
                self.lines += 1;
                Ok(Some(cost))
            }
            Err(failure) => self.keep_refused(line, words, reason(failure)?).await.map(|()| None),
        }
    }

    /// Keeps a line that was refused in the order, unless it is another order's by now.
    async fn keep_refused(
        &mut self,
        line: Ordered,
        words: Option<Secret>,
        why: Outcome,
    ) -> Result<(), Failure> {
        if GONE.contains(&why) {
            return Ok(());
        }
        let words = words.filter(|_| PASSING.contains(&why));
        match self.call.apart().command(Note { line, refused: why, words }).await {
            Ok(_) => self.lines += 1,
            Err(failure) => drop(reason(failure)?),
        }
        Ok(())
    }
}

/// Why something was refused.
///
/// # Errors
/// It was not: that is a fault.
fn reason(failure: Failure) -> Result<Outcome, Failure> {
    match failure {
        Failure::Refused(refusals) => Ok(refusals.first().outcome),
        Failure::Fault(_) => Err(failure),
    }
}

/// What waited is gone: somebody else has ordered it.
const GONE: [Outcome; 2] = [Outcome::CartItemUnknown, Outcome::OrderLineOver];
/// Reasons that pass: what was refused for one of them is worth another try.
const PASSING: [Outcome; 3] =
    [Outcome::StatusProhibits, Outcome::TransferTooSoon, Outcome::HolderChangedLately];
