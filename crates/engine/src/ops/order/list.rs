use outcomes::{Operation as Name, Outcome};

use super::{OrderedLine, standing};
use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    listing::Listing,
    model::{DomainName, Instant, OperationId, OrderLine, Page, Product, Window},
    ports::store::{OrderFilter, Slice, Snapshot},
};

/// Lists the lines of the actor's orders through a window, oldest first, with what became of each.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Debug)]
pub struct List {
    /// Only those about one name, if it is named.
    pub name: Option<DomainName>,
    /// Only those of one product, if it is named.
    pub product: Option<Product>,
    /// Only those placed at this moment or later.
    pub from: Instant,
    /// Only those placed before this moment.
    pub until: Instant,
    /// Which part of the list.
    pub window: Window,
}

impl Operation for List {
    type Answer = Page<OrderedLine>;
    const NAME: Name = Name::OrderList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::OrdersListed];
}

impl Query for List {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let filter = OrderFilter {
            account: cx.actor.id(),
            name: self.name.clone(),
            product: self.product,
            from: self.from,
            until: self.until,
        };
        let Page { rows, first, total } = cx.page(&Listed(filter), self.window)?;
        let rows = standing::lines(cx, rows)?;
        Ok(Done::new(Outcome::OrdersListed, Page { rows, first, total }))
    }
}

/// The lines that fit.
#[derive(Hash)]
struct Listed(OrderFilter);

impl Listing for Listed {
    type Row = OrderLine;
    type Key = (OperationId, u32);

    fn key(row: &OrderLine) -> Self::Key {
        (row.order, row.place)
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<Self::Key>) -> Result<Vec<OrderLine>, Fault> {
        store.order_lines(&self.0, slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_order_lines(&self.0)
    }
}
