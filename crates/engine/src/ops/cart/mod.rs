//! Carts: what an account means to order. A cart reserves nothing: whether something can be had is decided when it is ordered.

mod add;
mod check_out;
mod clear;
mod configure;
mod list;
mod price;
mod remove;
mod update;

pub use add::Add;
pub use check_out::CheckOut;
pub use clear::Clear;
pub use configure::Configure;
pub use list::List;
pub use price::CartLine;
pub use remove::Remove;
pub use update::{ItemChange, Update};

use outcomes::{Field, Outcome};

use crate::{Refusal, model::CartItemId};

fn unknown(id: CartItemId) -> Refusal {
    Refusal::new(Outcome::CartItemUnknown).at(Field::CartItem).value(id.0)
}
