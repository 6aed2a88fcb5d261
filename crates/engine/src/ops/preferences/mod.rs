//! Preferences: how an account wants the domains that it registers, where the request does not say it. A protocol that knows of
//! them looks at them before it asks for a registration; the rules of the others know nothing of them.

mod find;
mod set;

pub use find::Find;
pub use set::Set;
