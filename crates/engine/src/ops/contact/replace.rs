use outcomes::{Field, Operation as Name, Outcome};

use super::{ownership, postal_rules, zone_rules};
use crate::{
    Command, Done, Failure, Findings, Operation, Refusal, Writing,
    model::{AuthInfo, Contact, Details, DomainName, Handle, Status},
    ops::{access::require_free, zones},
    policy::Zone,
};

/// Puts new data in the place of all that a contact says: what is not said is gone. Only what the zone holds fast stays
/// as it was, whatever is said of it.
///
/// Changes: the contact; it is opened to an account that presents the authInfo. Bills and notifies nothing.
///
/// Checks, in this order: the zone; whether the contact exists; whether the actor sponsors it, may change it since
/// earlier, or presents the authInfo; the statuses; then together the addresses and what the zone asks for.
#[derive(Clone, Debug)]
pub struct Replace {
    /// The handle.
    pub handle: Handle,
    /// The zone whose rules hold.
    pub zone: DomainName,
    /// Name, address and the like.
    pub details: Details,
    /// The authInfo, for accounts that have not presented it before.
    pub proof: Option<AuthInfo>,
}

impl Operation for Replace {
    type Answer = ();
    const NAME: Name = Name::ContactUpdate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::ContactUpdated,
        Outcome::ZoneUnknown,
        Outcome::ContactsUnsupported,
        Outcome::ContactUnknown,
        Outcome::AuthinfoMissing,
        Outcome::AuthinfoWrong,
        Outcome::AuthinfoLocked,
        Outcome::StatusProhibits,
        Outcome::PendingTransferProhibits,
        Outcome::TextMissing,
        Outcome::PostalTwice,
        Outcome::PostalNotAscii,
        Outcome::ContactItemRefused,
        Outcome::CountryRefused,
        Outcome::PostalCodeMalformed,
        Outcome::IdentityTypeRefused,
    ];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Command for Replace {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let zone = zones::with_contacts(cx.policies, &self.zone)?;
        let mut contact = ownership::find(cx, &self.handle)?;
        self.authorise(cx, &contact)?;
        require_free(&contact.statuses, Status::BARS_UPDATE, self.handle.as_str())?;
        contact.details = self.resulting(zone, &contact)?;

        contact.touch(cx.actor.id(), cx.now);
        cx.store.update_contact(&contact)?;
        cx.record(Self::NAME, contact.id.into(), self.handle.as_str())?;
        Ok(Done::new(Outcome::ContactUpdated, ()))
    }
}

impl Replace {
    fn authorise(&self, cx: &Writing<'_>, contact: &Contact) -> Result<(), Failure> {
        if ownership::is_open(cx, contact)? {
            return Ok(());
        }
        let missing = || Refusal::new(Outcome::AuthinfoMissing).at(Field::Authinfo).value(&self.handle);
        let proof = self.proof.as_ref().filter(|proof| !proof.is_empty()).ok_or_else(missing)?;
        cx.prove(proof, contact.authinfo.as_ref(), contact.id.into(), self.handle.as_str())?;
        Ok(cx.store.open_contact(contact.id, cx.actor.id())?)
    }

    fn resulting(&self, zone: &Zone, before: &Contact) -> Result<Details, Failure> {
        let mut details = self.details.clone();
        zone.contact.fixed.iter().for_each(|item| details.take_over(*item, &before.details));
        let mut findings = Findings::new();
        postal_rules::check(&details.postal, &mut findings);
        zone_rules::check(zone, &details, &mut findings);
        Ok(findings.finish(details)?)
    }
}
