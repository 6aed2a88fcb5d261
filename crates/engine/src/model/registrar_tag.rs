//! Registrars by the names under which others release domains to them, and releases that wait for an answer.

use super::{AccountId, ContactId, Email, HandshakeId, Instant};

/// What a registrar wants of releases to its tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RegistrarTag {
    /// When it wants to be asked.
    pub handshake: Handshake,
    /// Whether the registry keeps it from getting domains.
    pub barred: bool,
}

/// When a registrar wants to be asked before it gets domains.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Handshake {
    /// It takes everything.
    #[default]
    Never,
    /// Unless the releasing registrar names one of its registrants.
    WithoutRegistrant,
    /// Always.
    Always,
    /// It takes nothing.
    Decline,
}

impl Handshake {
    /// Every setting.
    pub const ALL: [Self; 4] = [Self::Never, Self::WithoutRegistrant, Self::Always, Self::Decline];

    /// The name in the store and in settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::WithoutRegistrant => "without_registrant",
            Self::Always => "always",
            Self::Decline => "decline",
        }
    }

    /// The setting with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|handshake| handshake.name() == name)
    }
}

/// Domains that wait for the registrar that is to get them: released by another one, or passing to another registrant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandshakeCase {
    /// Its number; also that of its reminder.
    pub id: HandshakeId,
    /// Who released them, or would lose them.
    pub losing: AccountId,
    /// Who is asked.
    pub gaining: AccountId,
    /// The registrant of the domains.
    pub registrant: ContactId,
    /// Whether the registrant goes along, with all its domains.
    pub moves: bool,
    /// When it was released.
    pub opened_at: Instant,
    /// When silence becomes a refusal.
    pub lapses_at: Instant,
    /// Who is to hold the domains, where it is not their registrar that gives them away.
    pub heir: Option<Heir>,
}

/// A registrant to which domains of another one pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heir {
    /// Who.
    pub contact: ContactId,
    /// On whose word.
    pub asked_by: Email,
}
