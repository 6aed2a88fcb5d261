use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{Clid, DomainName, Host, Status, StatusNote},
    ops::contact::shown_statuses,
};

/// Shows a host to anyone (RFC 5732 section 3.1.2): what it says is in the DNS anyway.
///
/// Changes, bills and notifies nothing. Checks whether it exists.
#[derive(Clone, Debug)]
pub struct Info {
    /// The name.
    pub name: DomainName,
}

/// A host as it is shown.
#[derive(Clone, Debug)]
pub struct HostView {
    /// The host itself.
    pub host: Host,
    /// Statuses with their notes, the computed ones among them.
    pub statuses: Vec<(Status, Option<StatusNote>)>,
    /// The sponsor's identifier.
    pub sponsor: Clid,
    /// The creator's identifier.
    pub creator: Clid,
    /// The last changer's identifier.
    pub updater: Option<Clid>,
}

impl Operation for Info {
    type Answer = HostView;
    const NAME: Name = Name::HostInfo;
    const OUTCOMES: &'static [Outcome] = &[Outcome::HostFound, Outcome::HostUnknown];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<HostView>, Failure> {
        let host = ownership::find(cx, &self.name)?;
        let view = HostView {
            statuses: shown_statuses(&host.statuses, cx.store.host_is_linked(host.id)?),
            sponsor: cx.clid(host.sponsor)?,
            creator: cx.clid(host.creator)?,
            updater: host.updater.map(|id| cx.clid(id)).transpose()?,
            host,
        };
        Ok(Done::new(Outcome::HostFound, view))
    }
}
