//! Assortments: the zones that accounts say they sell, and that their lists of what is offered show. Nothing is refused
//! because of them.

mod add;
mod find;
mod remove;

pub use add::Add;
pub use find::Find;
pub use remove::Remove;
