use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, Email, Nsset, NssetName},
    ops::{
        authinfo_letter::{self, Asked},
        zones,
    },
};

/// Has a new authInfo of a set sent to its technical contacts. Any account may ask for it; only they learn it.
///
/// Changes: the set has a new authInfo; a letter to each contact is on its way. Bills and notifies nothing.
///
/// Checks, in this order: the zone; whether the set exists; whether the zone sends authInfos and there is a contact;
/// whether the last letter is old enough; whether letters can be sent.
#[derive(Clone, Debug)]
pub struct SendAuthinfo {
    /// The zone whose rules hold.
    pub zone: DomainName,
    /// The name.
    pub name: NssetName,
}

impl Operation for SendAuthinfo {
    type Answer = ();
    const NAME: Name = Name::NssetSendAuthinfo;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::AuthinfoMailed,
        Outcome::ZoneUnknown,
        Outcome::NssetsUnsupported,
        Outcome::NssetUnknown,
        Outcome::AuthinfoNotMailable,
        Outcome::AuthinfoMailedLately,
        Outcome::MailUnavailable,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for SendAuthinfo {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let (zone, _) = zones::with_nssets(cx.policies, &self.zone)?;
        let mut nsset = ownership::find(cx, &self.name)?;
        let (object, name) = (nsset.id.into(), self.name.as_str());
        let asked = Asked { action: Self::NAME, object, kind: "set of name servers", name };
        let authinfo = authinfo_letter::send(cx, zone, &asked, &addresses(cx, &nsset)?)?;

        nsset.authinfo = Some(authinfo);
        cx.store.update_nsset(&nsset)?;
        cx.record(Self::NAME, object, name)?;
        Ok(Done::new(Outcome::AuthinfoMailed, ()))
    }
}

/// Sets have few contacts, and this is asked for rarely.
fn addresses(cx: &Writing<'_>, nsset: &Nsset) -> Result<Vec<Email>, Failure> {
    let mut addresses = Vec::with_capacity(nsset.contacts.len());
    for id in &nsset.contacts {
        addresses.extend(cx.store.contact_by_id(*id)?.map(|contact| contact.details.email));
    }
    Ok(addresses)
}
