use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{DomainName, Handle},
    ops::{
        authinfo_letter::{self, Asked},
        zones,
    },
};

/// Has a new authInfo of a contact sent to the contact itself. Any account may ask for it; only the contact learns it.
///
/// Changes: the contact has a new authInfo; a letter to its e-mail address is on its way. Bills and notifies nothing.
///
/// Checks, in this order: the zone; whether the contact exists; whether the zone sends authInfos; whether the last letter
/// is old enough; whether letters can be sent.
#[derive(Clone, Debug)]
pub struct SendAuthinfo {
    /// The zone whose rules hold.
    pub zone: DomainName,
    /// The handle.
    pub handle: Handle,
}

impl Operation for SendAuthinfo {
    type Answer = ();
    const NAME: Name = Name::ContactSendAuthinfo;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::AuthinfoMailed,
        Outcome::ZoneUnknown,
        Outcome::ContactsUnsupported,
        Outcome::ContactUnknown,
        Outcome::AuthinfoNotMailable,
        Outcome::AuthinfoMailedLately,
        Outcome::MailUnavailable,
    ];

    fn object(&self) -> &str {
        self.handle.as_str()
    }
}

impl Command for SendAuthinfo {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let zone = zones::with_contacts(cx.policies, &self.zone)?;
        let mut contact = ownership::find(cx, &self.handle)?;
        let (object, name) = (contact.id.into(), self.handle.as_str());
        let asked = Asked { action: Self::NAME, object, kind: "contact", name };
        let to = std::slice::from_ref(&contact.details.email);
        contact.authinfo = Some(authinfo_letter::send(cx, zone, &asked, to)?);

        cx.store.update_contact(&contact)?;
        cx.record(Self::NAME, object, name)?;
        Ok(Done::new(Outcome::AuthinfoMailed, ()))
    }
}
