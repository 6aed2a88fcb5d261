use outcomes::{Operation as Name, Outcome};

use super::{DomainView, Info, holder_lock, ownership};
use crate::{
    Done, Failure, Operation, Query, Reading,
    model::{AddressCheck, Contact, DomainName, HostAttribute, Instant, Role, Tag},
    ops::{
        address_check,
        privacy::{self, PrivacyView},
    },
};

/// Shows one of the actor's own domains with all that belongs to it: the data of its contacts, its name servers with their
/// addresses, whatever form they are kept in, and the labels that the actor has put on it.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether it exists, the sponsor.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// The name.
    pub name: DomainName,
}

/// A domain with all that belongs to it.
#[derive(Clone, Debug)]
pub struct DossierView {
    /// The domain.
    pub view: DomainView,
    /// Its contacts, each once, whatever roles it has.
    pub people: Vec<Contact>,
    /// Its name servers with the addresses that are kept of them.
    pub servers: Vec<HostAttribute>,
    /// Its labels, sorted.
    pub tags: Vec<Tag>,
    /// Whether the public sees them.
    pub privacy: PrivacyView,
    /// Until when it stays with its sponsor because its holder changed, if it does.
    pub held_until: Option<Instant>,
    /// Whether the e-mail address of its registrant is confirmed, where that is asked for.
    pub address: Option<AddressCheck>,
}

impl Operation for Dossier {
    type Answer = DossierView;
    const NAME: Name = Name::DomainDossier;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DomainFound, Outcome::DomainUnknown, Outcome::NotSponsor];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Dossier {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<DossierView>, Failure> {
        let privacy = privacy::Info { name: self.name.clone() }.run(cx)?.answer;
        let view = Info { name: self.name.clone(), proof: None }.run(cx)?.answer;
        let people = people(cx, &view)?;
        let servers = servers(cx, &view)?;
        let tags = cx.store.tags_of(view.domain.id)?;
        let zone = ownership::zone_of(cx.policies, &view.domain)?;
        let held_until = holder_lock::of(cx, zone, &view.domain)?;
        let address = address_check::of(cx, zone, person(&view, &people, Role::Registrant))?;
        let dossier = DossierView { view, people, servers, tags, privacy, held_until, address };
        Ok(Done::new(Outcome::DomainFound, dossier))
    }
}

impl DossierView {
    /// The contact in a role; the first of several.
    pub fn person(&self, role: Role) -> Option<&Contact> {
        person(&self.view, &self.people, role)
    }
}

fn person<'p>(view: &DomainView, people: &'p [Contact], role: Role) -> Option<&'p Contact> {
    let link = view.contacts.iter().find(|contact| contact.role == role)?;
    people.iter().find(|contact| contact.id == link.id)
}

fn people(cx: &Reading<'_>, view: &DomainView) -> Result<Vec<Contact>, Failure> {
    let mut ids: Vec<_> = view.contacts.iter().map(|link| link.id).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(cx.store.contacts(&ids)?)
}

fn servers(cx: &Reading<'_>, view: &DomainView) -> Result<Vec<HostAttribute>, Failure> {
    let hosts = if view.hosts.is_empty() { Vec::new() } else { cx.store.hosts(&view.hosts)? };
    let addresses_of = |name: &DomainName| {
        let host = hosts.iter().find(|host| host.name == *name);
        host.map(|host| host.addresses.clone()).unwrap_or_default()
    };
    let objects =
        view.hosts.iter().map(|name| HostAttribute { name: name.clone(), addresses: addresses_of(name) });
    Ok(objects.chain(view.attributes.iter().cloned()).collect())
}
