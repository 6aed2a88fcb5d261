//! Zones: what is offered in them, and at which price.

mod info;
mod list;
mod premiums;

pub use info::{Info, Offer};
pub use list::List;
pub use premiums::Premiums;
