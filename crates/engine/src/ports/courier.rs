use std::fmt;

use crate::model::{Clid, DeliveryTarget, Instant, Notice, Secret};

/// A notice on its way to an account, outside its queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// The notice. Its id is the same at every attempt, so that the receiver knows a repetition.
    pub notice: Notice,
    /// Whose it is.
    pub account: Clid,
    /// Where to.
    pub target: DeliveryTarget,
    /// Keys the signature of what is posted to a URL.
    pub secret: Option<Secret>,
    /// Which attempt this is, from 1.
    pub attempt: u32,
    /// When it will be handed out again unless it is delivered; `None` if this is the last attempt.
    pub next_at: Option<Instant>,
}

/// Carries parcels.
pub trait Courier: Send + Sync {
    /// Carries one. Blocks, for some seconds at most. It arrived only if the receiver said so.
    ///
    /// # Errors
    /// Why it did not arrive, as far as is known: it may have arrived although the answer was lost.
    fn deliver(&self, parcel: &Parcel) -> Result<(), Undelivered>;
}

/// Why a parcel did not arrive.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Undelivered {
    /// Whose fault it is.
    pub kind: UndeliveredKind,
    /// What happened, for the operator's log.
    pub message: String,
}

/// Whose fault it is that a parcel did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndeliveredKind {
    /// The receiver answered and did not take it.
    Refused,
    /// The receiver did not answer in time, or could not be reached at all.
    Unreachable,
    /// We do not send there, or have no means to.
    Forbidden,
}

impl Undelivered {
    /// The receiver did not take it.
    pub fn refused(message: impl fmt::Display) -> Self {
        Self { kind: UndeliveredKind::Refused, message: message.to_string() }
    }

    /// Nobody answered.
    pub fn unreachable(message: impl fmt::Display) -> Self {
        Self { kind: UndeliveredKind::Unreachable, message: message.to_string() }
    }

    /// We do not send there.
    pub fn forbidden(message: impl fmt::Display) -> Self {
        Self { kind: UndeliveredKind::Forbidden, message: message.to_string() }
    }
}
