use outcomes::{Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Fault, Operation, Writing,
    model::{Domain, DomainName, Email, Role},
    ops::authinfo_letter::{self, Asked},
};

/// Has a new authInfo of a domain sent to its registrant, who may give it to a new sponsor.
///
/// Changes: the domain has a new authInfo; a letter to the registrant's e-mail address is on its way. Bills and notifies
/// nothing.
///
/// Checks, in this order: whether the domain exists, the sponsor; whether the zone sends authInfos and there is a
/// registrant; whether the last letter is old enough; whether letters can be sent.
#[derive(Clone, Debug)]
pub struct SendAuthinfo {
    /// The name.
    pub name: DomainName,
}

impl Operation for SendAuthinfo {
    type Answer = ();
    const NAME: Name = Name::DomainSendAuthinfo;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::AuthinfoMailed,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
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
        let mut domain = ownership::find_own(cx, &self.name)?;
        let zone = ownership::zone_of(cx.policies, &domain)?.clone();
        let (object, name) = (domain.id.into(), self.name.as_str());
        let asked = Asked { action: Self::NAME, object, kind: "domain", name };
        let to = registrant_address(cx, &domain)?;
        domain.authinfo = Some(authinfo_letter::send(cx, &zone, &asked, to.as_slice())?);

        cx.store.update_domain(&domain)?;
        cx.record(Self::NAME, object, name)?;
        Ok(Done::new(Outcome::AuthinfoMailed, ()))
    }
}

/// Where the registrant of a domain is reached, if it has one.
///
/// # Errors
/// A fault of the store.
pub(in crate::ops) fn registrant_address(cx: &Writing<'_>, domain: &Domain) -> Result<Option<Email>, Fault> {
    let contacts = cx.store.domain_contacts(domain.id)?;
    let Some(registrant) = contacts.iter().find(|contact| contact.role == Role::Registrant) else {
        return Ok(None);
    };
    Ok(cx.store.contact_by_id(registrant.id)?.map(|contact| contact.details.email))
}
