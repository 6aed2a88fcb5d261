//! The kinds of notifications: the title of each, and since which version it has an element.

use engine::model::{DataQualityStage, Event};

/// A kind of notification.
pub(super) struct Kind {
    /// The text by which clients know it.
    pub(super) title: &'static str,
    /// The first version of the family that has an element for it; `None`: none has.
    pub(super) since: Option<&'static str>,
}

/// What stands in the place of a version for what has a namespace of its own.
pub(super) const ABUSE_FEED: &str = "nom-abuse-feed";

/// The kind of an event, if the family knows it.
pub(super) fn kind(event: &Event, is_nom: bool) -> Option<Kind> {
    let (title, std, nom) = titles(event, is_nom)?;
    let since = if is_nom { nom } else { std };
    Some(Kind { title, since: Some(since).filter(|version| *version != NEVER) })
}

/// The title, and the first version of either family.
#[rustfmt::skip]
fn titles(event: &Event, is_nom: bool) -> Option<(&'static str, &'static str, &'static str)> {
    Some(match event {
        Event::ReleaseAsked { .. } => ("Registrar Change Authorisation Request", "1.0", "1.0"),
        Event::DomainsReceived { .. } => ("Registrar Change Notification", "1.0", "1.0"),
        Event::DomainsReleased { .. } => ("Domains Released Notification", "1.0", "1.0"),
        Event::ReleaseRejected { .. } => ("Registrar Change Handshake Rejected Notification", "1.0", "1.0"),
        Event::PassingAsked { .. } => ("Registrant Transfer Authorisation Request", "1.0", "1.0"),
        Event::DomainsPassed { .. } => ("Registrant Transfer Notification", "1.0", "1.0"),
        Event::DomainLapsed { .. } | Event::DomainDropped { .. } => (CANCELLED, "1.0", "1.0"),
        Event::DomainSuspended { .. } => (SUSPENDED, "1.1", "2.0"),
        Event::HostRemoved { .. } => ("Host cancellation notification", "1.1", NEVER),
        Event::ReferralDecided { term: Some(_), .. } => ("Referral Accepted Notification", "1.0", "1.0"),
        Event::ReferralDecided { term: None, .. } => ("Referral Rejected Notification", "1.0", "1.0"),
        Event::RegistrantChanged { .. } => ("Account Details Change Notification", "1.0", "1.0"),
        Event::RegistrantRemoved { .. } => ("Contact deleted notification", "1.2", "2.1"),
        Event::ContactsMerged { .. } => ("Account Merged Notification", "1.0", "1.0"),
        Event::AbuseReported(_) => ("Domain Activity Notification", ABUSE_FEED, ABUSE_FEED),
        Event::DataQuality { .. } if is_nom => ("Poor Quality Data Notification", NEVER, "1.0"),
        Event::DataQuality { stage: DataQualityStage::Suspended, .. } => (SUSPENDED, "1.1", NEVER),
        Event::DataQuality { stage: DataQualityStage::Cancelled, .. } => (CANCELLED, "1.0", NEVER),
        Event::DataQuality { .. } => ("DQ Workflow process commenced notification", "1.1", NEVER),
        _ => return None,
    })
}

const CANCELLED: &str = "Domain name Cancellation Notification";
const SUSPENDED: &str = "Domains Suspended Notification";
/// No version has an element for it.
const NEVER: &str = "";
