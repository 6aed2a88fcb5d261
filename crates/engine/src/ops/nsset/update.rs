use outcomes::{Operation as Name, Outcome};

use super::{contact_rules, ownership, server_rules};
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusals, Writing,
    model::{AuthInfo, DomainName, Handle, HostAttribute, NssetName, Status},
    ops::{access::require_free, zones},
};

/// Gives a set other servers and contacts than it had: what is not named goes.
///
/// Changes: the set, and with it every domain that is delegated to it. Bills and notifies nothing.
///
/// Checks, in this order: the zone; then together the servers and the contacts; whether the set exists; the sponsor or
/// the authInfo; the statuses; then together whether the contacts exist and whether domains lose glue that they need.
#[derive(Clone, Debug)]
pub struct Update {
    /// The zone whose rules hold.
    pub zone: DomainName,
    /// The name.
    pub name: NssetName,
    /// The servers.
    pub servers: Vec<HostAttribute>,
    /// The technical contacts.
    pub contacts: Vec<Handle>,
    /// The authInfo, for others than the sponsor.
    pub proof: Option<AuthInfo>,
}

impl Operation for Update {
    type Answer = ();
    const NAME: Name = Name::NssetUpdate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::NssetUpdated,
        Outcome::ZoneUnknown,
        Outcome::NssetsUnsupported,
        Outcome::NamedTwice,
        Outcome::HostAddressesTooMany,
        Outcome::GlueRefused,
        Outcome::NameServersTooFew,
        Outcome::NameServersTooMany,
        Outcome::NssetContactsRefused,
        Outcome::NssetUnknown,
        Outcome::AuthinfoMissing,
        Outcome::AuthinfoWrong,
        Outcome::AuthinfoLocked,
        Outcome::StatusProhibits,
        Outcome::ContactUnknown,
        Outcome::GlueMissing,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Update {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        let (zone, rules) = zones::with_nssets(cx.policies, &self.zone)?;
        let mut findings = Findings::new();
        server_rules::check(cx.policies, zone, rules, &self.servers, &mut findings);
        contact_rules::check(zone, rules, &self.contacts, &mut findings);
        findings.end()
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut nsset = ownership::find(cx, &self.name)?;
        if nsset.sponsor != cx.actor.id() {
            ownership::prove(cx, &nsset, self.proof.as_ref())?;
        }
        require_free(&nsset.statuses, Status::BARS_UPDATE, self.name.as_str())?;

        nsset.servers.clone_from(&self.servers);
        let contacts = contact_rules::resolve(cx, &self.contacts);
        (nsset.contacts, ()) = Failure::both(contacts, server_rules::check_glue(cx, &nsset))?;
        nsset.touch(cx.actor.id(), cx.now);
        cx.store.update_nsset(&nsset)?;
        cx.record(Self::NAME, nsset.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::NssetUpdated, ()))
    }
}
