//! What can happen in a registration system, by name, and how each protocol says it.
//!
//! ```text
//!   catalogue/*.toml      what can happen            -> Outcome, Operation, Field
//!   tables/<protocol>/    how a protocol says it     -> Table::row(outcome, operation, field)
//!
//!   engine:  Outcome + parameters  --row + fill-->  code, message, text    (an answer is written)
//!   client:  code, message, text   --explain---->   Outcome + parameters   (an answer is understood)
//! ```
//!
//! The engine knows outcomes only; the numbers of a protocol stand in its table and nowhere else. The tables
//! are read in both directions: [`Table::row`] says an outcome, [`explain::explain`] finds the outcome behind
//! an answer, this server's or another's.
//!
//! Everything under `generated/` comes from the TOML files: change those, then run `cargo xtask generate`.

pub mod explain;
mod field;
mod generated;
mod operation;
mod outcome;
mod table;
pub mod text;

pub use generated::{Field, Operation, Outcome};
pub use outcome::{Class, Retry};
pub use table::{Code, Row, Table, Wording};

/// How EPP says what happened.
pub static EPP: &Table = &generated::epp::TABLE;
/// How WAPI says what happened.
pub static WAPI: &Table = &generated::wapi::TABLE;
/// How RRPproxy and RRP say what happened.
pub static RRP: &Table = &generated::rrp::TABLE;
/// How HEXONET says what happened: like RRPproxy, but for some texts and numbers of its own.
pub static HEXONET: &Table = &generated::hexonet::TABLE;
/// How Enom says what happened: numbers of six digits, put together of class, nature and subject.
pub static ENOM: &Table = &generated::enom::TABLE;

/// How Nominet's EPP says what happened.
pub static NOMINET: &Table = &generated::nominet::TABLE;

/// How each protocol says what happened.
pub static TABLES: [&Table; 6] = [EPP, WAPI, RRP, HEXONET, ENOM, NOMINET];
