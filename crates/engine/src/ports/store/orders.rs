use super::{Result, Slice};
use crate::model::{AccountId, CertificateId, DomainName, Instant, OperationId, OrderLine, Product};

/// Which lines of orders are listed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OrderFilter {
    /// Of which account.
    pub account: AccountId,
    /// Only those about one domain, if it is named.
    pub name: Option<DomainName>,
    /// Only those of one product, if it is named.
    pub product: Option<Product>,
    /// Only those placed at this moment or later.
    pub from: Instant,
    /// Only those placed before this moment.
    pub until: Instant,
}

/// Reads orders.
pub trait Orders {
    /// The lines of an order, in their order; none if there is no such order.
    fn order(&self, order: OperationId) -> Result<Vec<OrderLine>>;

    /// Lines of orders, by number and place.
    fn order_lines(&self, filter: &OrderFilter, slice: &Slice<(OperationId, u32)>) -> Result<Vec<OrderLine>>;

    /// How many such lines there are.
    fn count_order_lines(&self, filter: &OrderFilter) -> Result<u64>;

    /// The orders of an account in which certificates were bought, of those that were.
    fn orders_of_certificates(
        &self,
        account: AccountId,
        certificates: &[CertificateId],
    ) -> Result<Vec<(CertificateId, OperationId)>>;
}

/// Writes orders.
pub trait OrdersMut: Orders {
    /// Adds a line.
    fn insert_order_line(&self, line: &OrderLine) -> Result<()>;

    /// Replaces what can change of a line: all but which it is, whose, and of what.
    fn update_order_line(&self, line: &OrderLine) -> Result<()>;
}
