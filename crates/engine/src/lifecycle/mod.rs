//! The life of a registration: its phases, and the steps that time brings.
//!
//! ```text
//!                    create
//!      (free) ───────────────────▶ registered ◀─────────── renew ────────────┐
//!        ▲                          │  │  ▲ │                               │
//!        │                  expiry, │  │  │ └─ expiry, renewal automatic     │
//!        │                  else    │  │  │    and paid: a year more         │
//!        │                          ▼  │  │                                  │
//!        │                     expired ┼──┼──────────────────────────────────┤
//!        │            suspend_days │   │  │                                  │
//!        │                         ▼   │  │ restore                          │
//!        │                   suspended ┼──┼──────────────────────────────────┘
//!        │              lapse_days │   │  │ (no report wanted)
//!        │                         ▼   ▼ delete
//!        │◀── no redemption ─────(deleted)
//!        │                           │      restore          report
//!        │                           ▼ ─────────────▶ pending ──────▶ registered
//!        │                      redemption ◀───────── restore
//!        │      redemption.days │    report_days over
//!        │                      ▼
//!        └──── drop ────── pending delete
//!             pending_delete days
//! ```
//!
//! Everything in the picture is data of the zone's policy: which of these a zone has, and how long each lasts. A phase
//! is read off the dates of the domain, so it needs no job to come about; a [`Step`] is what the server has to do or
//! tell when a date comes. Each change of a date leaves a reminder for the next step ([`schedule`]); the runner of
//! `ops/due` takes the steps.

mod phase;
mod step;

pub use phase::Phase;
pub(crate) use step::schedule;
pub use step::{Step, steps};
