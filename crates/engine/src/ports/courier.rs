use std::fmt;

use crate::model::{AccountId, CargoId, Clid, DeliveryTarget, Instant, Letter, Notice, Secret};

/// Something on its way to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// What is carried, and where to.
    pub cargo: Cargo,
    /// On whose behalf.
    pub account: Clid,
    /// Which attempt this is, from 1.
    pub attempt: u32,
    /// When it will be handed out again unless it is delivered; `None` if this is the last attempt.
    pub next_at: Option<Instant>,
}

/// What is carried. Its id is the same at every attempt, so that the receiver knows a repetition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cargo {
    /// A notice, to its account beside the account's queue.
    Notice {
        /// The notice.
        notice: Box<Notice>,
        /// Where to.
        target: DeliveryTarget,
        /// Keys the signature of what is posted to a URL.
        secret: Option<Secret>,
        /// The protocol's form in which it is wanted, such as `wapi/json`; `None`: our own.
        form: Option<String>,
    },
    /// A letter to somebody outside the system.
    Letter(Letter),
}

impl Cargo {
    /// Its id.
    pub fn id(&self) -> CargoId {
        match self {
            Self::Notice { notice, .. } => notice.id.into(),
            Self::Letter(letter) => letter.id.into(),
        }
    }

    /// The account on whose behalf it is carried.
    pub const fn account(&self) -> AccountId {
        match self {
            Self::Notice { notice, .. } => notice.account,
            Self::Letter(letter) => letter.account,
        }
    }

    /// The name of the object it is about; empty where there is none to be told.
    pub fn object(&self) -> &str {
        match self {
            Self::Notice { notice, .. } => notice.event.object(),
            Self::Letter(_) => "",
        }
    }
}

/// A notice written in the form of a protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendition {
    /// The media type of what is posted.
    pub media_type: &'static str,
    /// The body that is posted to a URL.
    pub posted: String,
    /// The text that is mailed.
    pub mailed: String,
}

/// Writes notices in the form of a protocol, for the account that reads them.
pub type Form = fn(&Notice, &Clid) -> Rendition;

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
