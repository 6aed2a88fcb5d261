//! Orders.

pub(crate) mod info;
pub(crate) mod kept;
pub(crate) mod list;
pub(crate) mod note;
pub(crate) mod of_certificates;

use engine::{
    model::Goods,
    ops::{
        domain::{Create, TransferRequest},
        order::{Ordered, Place},
    },
};

use crate::fixture::{create_domain, name, transfer_of};

/// A registration of two years on order.
pub(crate) fn registration(domain: &str) -> Place<Create> {
    let command = Create { period: crate::fixture::years(2), ..create_domain(domain) };
    Place { line: Ordered::alone(Goods::Register(name(domain)), 2), command }
}

/// A transfer on order.
fn transfer(domain: &str) -> Place<TransferRequest> {
    Place { line: Ordered::alone(Goods::Transfer(name(domain)), 1), command: transfer_of(domain) }
}
