use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{Clid, DomainName, Handle, Nsset, NssetName, Status, StatusNote},
    ops::{contact::shown_statuses, zones},
};

/// Shows a set of name servers to whoever asks: what is in it is in the DNS for everybody to see.
///
/// Changes, bills and notifies nothing. Checks, in this order: the zone, whether the set exists.
#[derive(Clone, Debug)]
pub struct Info {
    /// The zone.
    pub zone: DomainName,
    /// The name.
    pub name: NssetName,
}

/// A set as it is shown.
#[derive(Clone, Debug)]
pub struct NssetView {
    /// The set itself.
    pub nsset: Nsset,
    /// Statuses with their notes, the computed ones among them.
    pub statuses: Vec<(Status, Option<StatusNote>)>,
    /// The handles of its technical contacts, in the order in which they were given.
    pub contacts: Vec<Handle>,
    /// The sponsor's identifier.
    pub sponsor: Clid,
    /// The creator's identifier.
    pub creator: Clid,
    /// The last changer's identifier.
    pub updater: Option<Clid>,
}

impl Operation for Info {
    type Answer = NssetView;
    const NAME: Name = Name::NssetInfo;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::NssetFound, Outcome::ZoneUnknown, Outcome::NssetsUnsupported, Outcome::NssetUnknown];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<NssetView>, Failure> {
        zones::with_nssets(cx.policies, &self.zone)?;
        let nsset = ownership::find(cx, &self.name)?;
        let view = NssetView {
            statuses: shown_statuses(&nsset.statuses, cx.store.nsset_is_linked(nsset.id)?),
            contacts: contacts(cx, &nsset)?,
            sponsor: cx.clid(nsset.sponsor)?,
            creator: cx.clid(nsset.creator)?,
            updater: nsset.updater.map(|id| cx.clid(id)).transpose()?,
            nsset,
        };
        Ok(Done::new(Outcome::NssetFound, view))
    }
}

fn contacts(cx: &Reading<'_>, nsset: &Nsset) -> Result<Vec<Handle>, Failure> {
    let handles = cx.store.contact_handles(&nsset.contacts)?;
    let handle_of = |id| handles.iter().find(|(found, _)| found == id).map(|(_, handle)| handle.clone());
    Ok(nsset.contacts.iter().filter_map(handle_of).collect())
}
