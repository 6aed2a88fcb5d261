//! Having wrong data of registrants corrected, where registrars are tags.
//!
//! ```text
//!   Commence, or Validate that finds something ──> a process: the registrar is told
//!        │ the registrar corrects and has it looked at (Validate) ──> over, the domains are back
//!        ▼ working days pass
//!   the domains leave the DNS ──(Validate)──> over, likewise
//!        ▼ days pass
//!   the domains are cancelled
//! ```

mod commence;
mod info;
mod process;
mod rules;
mod step;
mod suspension;
mod validate;

pub use commence::Commence;
pub use info::{DataQualityView, Info};
pub(super) use process::carry_along;
pub(super) use step::step;
pub(super) use suspension::lift;
pub use validate::Validate;
