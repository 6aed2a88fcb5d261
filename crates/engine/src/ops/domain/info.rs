use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Done, Failure, Operation, Query, Reading,
    lifecycle::Phase,
    model::{
        Clid, Domain, DomainName, GracePeriod, Handle, HostAttribute, Instant, LinkedContact, NssetName,
        Role, Status, StatusNote,
    },
    ops::AuthInfoProof,
    policy::Zone,
};

/// Shows a domain (RFC 5731 section 3.1.2).
///
/// The sponsor, and whoever presents the authInfo, sees everything; others see who sponsors it, its state, its dates
/// and its delegation. The authInfo itself is never shown (RFC 9154 section 4.3).
///
/// Changes, bills and notifies nothing. Checks: whether it exists, then the authInfo if one is presented.
#[derive(Clone, Debug)]
pub struct Info {
    /// The name.
    pub name: DomainName,
    /// The authInfo, if the client presents one; an empty one counts as none.
    pub proof: Option<AuthInfoProof>,
}

/// A domain as it is shown.
#[derive(Clone, Debug)]
pub struct DomainView {
    /// The domain itself.
    pub domain: Domain,
    /// Whether the viewer may see everything: the sponsor, or the presenter of the authInfo.
    pub full: bool,
    /// Statuses with their notes, the computed ones among them.
    pub statuses: Vec<(Status, Option<StatusNote>)>,
    /// Its contacts, the registrant among them.
    pub contacts: Vec<LinkedContact>,
    /// The host objects it is delegated to.
    pub hosts: Vec<DomainName>,
    /// The set of name servers it is delegated to, if it is to one.
    pub nsset: Option<NssetName>,
    /// Name servers as attributes: the domain's own, or those of its set.
    pub attributes: Vec<HostAttribute>,
    /// Hosts that lie inside it.
    pub subordinate_hosts: Vec<DomainName>,
    /// The sponsor's identifier.
    pub sponsor: Clid,
    /// The creator's identifier.
    pub creator: Clid,
    /// The last changer's identifier.
    pub updater: Option<Clid>,
    /// Grace periods and redemption states that hold now.
    pub rgp: Vec<RgpState>,
}

impl DomainView {
    /// The registrant's handle.
    pub fn registrant(&self) -> Option<&Handle> {
        self.contacts.iter().find(|contact| contact.role == Role::Registrant).map(|contact| &contact.handle)
    }
}

/// A state of RFC 3915 section 3.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RgpState {
    /// `addPeriod`, until.
    Add(Instant),
    /// `renewPeriod`, until.
    Renew(Instant),
    /// `autoRenewPeriod`, until.
    AutoRenew(Instant),
    /// `transferPeriod`, until.
    Transfer(Instant),
    /// `redemptionPeriod`, until.
    Redemption(Instant),
    /// `pendingRestore`.
    PendingRestore,
    /// `pendingDelete`, until.
    PendingDelete(Instant),
}

impl RgpState {
    /// The states that hold for a domain at a moment.
    pub fn of(domain: &Domain, now: Instant) -> Vec<Self> {
        match &domain.redemption {
            None => domain.open_grace(now).map(|grace| Self::from(*grace)).collect(),
            Some(redemption) if redemption.restore_requested_at.is_some() => vec![Self::PendingRestore],
            Some(redemption) if now < redemption.redeemable_until => {
                vec![Self::Redemption(redemption.redeemable_until)]
            }
            Some(redemption) => vec![Self::PendingDelete(redemption.purge_at)],
        }
    }

    /// The name in the standard.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Add(_) => "addPeriod",
            Self::Renew(_) => "renewPeriod",
            Self::AutoRenew(_) => "autoRenewPeriod",
            Self::Transfer(_) => "transferPeriod",
            Self::Redemption(_) => "redemptionPeriod",
            Self::PendingRestore => "pendingRestore",
            Self::PendingDelete(_) => "pendingDelete",
        }
    }

    /// When it ends, if that is known.
    pub const fn ends_at(self) -> Option<Instant> {
        match self {
            Self::PendingRestore => None,
            Self::Add(until)
            | Self::Renew(until)
            | Self::AutoRenew(until)
            | Self::Transfer(until)
            | Self::Redemption(until)
            | Self::PendingDelete(until) => Some(until),
        }
    }
}

impl From<GracePeriod> for RgpState {
    fn from(grace: GracePeriod) -> Self {
        match grace {
            GracePeriod::Add { until } => Self::Add(until),
            GracePeriod::Renew { until } => Self::Renew(until),
            GracePeriod::AutoRenew { until } => Self::AutoRenew(until),
            GracePeriod::Transfer { until } => Self::Transfer(until),
        }
    }
}

impl Operation for Info {
    type Answer = DomainView;
    const NAME: Name = Name::DomainInfo;
    const OUTCOMES: &'static [Outcome] =
        &[Outcome::DomainFound, Outcome::DomainUnknown, Outcome::AuthinfoWrong, Outcome::AuthinfoLocked];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Info {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<DomainView>, Failure> {
        let domain = ownership::find(cx, &self.name)?;
        let proof = self.proof.as_ref().filter(|proof| !proof.authinfo.is_empty());
        if let Some(proof) = proof {
            ownership::prove(cx, &domain, proof)?;
        }

        let zone = ownership::zone_of(cx.policies, &domain)?;
        let hosts: Vec<_> = cx.store.domain_hosts(domain.id)?.into_iter().map(|host| host.name).collect();
        let nsset = domain.nsset.map_or(Ok(None), |id| cx.store.nsset_by_id(id))?;
        let attributes = match &nsset {
            Some(nsset) => nsset.servers_of(&domain.name),
            None => domain.host_attributes.clone(),
        };
        let view = DomainView {
            full: proof.is_some() || domain.sponsor == cx.actor.id(),
            statuses: statuses(&domain, zone, hosts.is_empty() && attributes.is_empty(), cx.now),
            contacts: cx.store.domain_contacts(domain.id)?,
            subordinate_hosts: cx.store.subordinate_hosts(domain.id)?,
            sponsor: cx.clid(domain.sponsor)?,
            creator: cx.clid(domain.creator)?,
            updater: domain.updater.map(|id| cx.clid(id)).transpose()?,
            rgp: RgpState::of(&domain, cx.now),
            hosts,
            nsset: nsset.map(|nsset| nsset.name),
            attributes,
            domain,
        };
        Ok(Done::new(Outcome::DomainFound, view))
    }
}

/// The stored statuses, with `serverHold` for a domain that left the DNS because it was not renewed, `inactive` for
/// one without delegation, and `ok` where nothing else is to report.
fn statuses(domain: &Domain, zone: &Zone, inactive: bool, now: Instant) -> Vec<(Status, Option<StatusNote>)> {
    let mut shown = domain.statuses.clone();
    if Phase::of(domain, zone, now) == Phase::Suspended && !shown.has(Status::ServerHold) {
        shown.set(Status::ServerHold, None);
    }
    let stored = shown.iter().map(|status| (status, shown.note(status).cloned()));
    let mut list: Vec<_> = stored.chain(inactive.then_some((Status::Inactive, None))).collect();
    if list.is_empty() {
        list.push((Status::Ok, None));
    }
    list
}
