//! Orders: what was asked for in one request, kept for those who ask later what became of it. Only protocols that know orders
//! place any.

mod info;
mod list;
mod note;
mod of_certificates;
mod place;
mod standing;

pub use info::Info;
pub use list::List;
pub use note::Note;
pub use of_certificates::OfCertificates;
pub use place::{Ordered, Place};
pub use standing::{OrderStanding, OrderedLine};
