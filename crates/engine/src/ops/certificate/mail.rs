use outcomes::{Field, Operation as Name, Outcome};

use super::{CertificateRef, ownership};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{CertificateOrder, CertificateState, Email, IssuedCertificate},
    ops::letter,
};

/// Has an issued certificate mailed to the contacts of its order, each address once.
///
/// Changes: letters are on their way. Bills and notifies nothing. Answers the addresses.
///
/// Checks, in this order: whether there is such an order of the actor's own; whether its certificate was issued; whether it has
/// contacts; whether the last letters are old enough; whether letters can be sent.
#[derive(Clone, Copy, Debug)]
pub struct Mail {
    /// The order.
    pub at: CertificateRef,
}

impl Operation for Mail {
    type Answer = Vec<Email>;
    const NAME: Name = Name::CertificateMail;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::CertificateMailed,
        Outcome::CertificateUnknown,
        Outcome::CertificateNotReady,
        Outcome::CertificateNotMailable,
        Outcome::CertificateMailedLately,
        Outcome::MailUnavailable,
    ];
}

impl Command for Mail {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Vec<Email>>, Failure> {
        let order = ownership::find_own(cx, self.at)?;
        ownership::require(&order, &[CertificateState::Issued])?;
        let issued = order.issued.as_ref().ok_or_else(|| ownership::not_ready(&order))?;
        let addresses = addresses(&order);
        if addresses.is_empty() {
            return Err(refused(&order, Outcome::CertificateNotMailable).into());
        }
        let lately = refused(&order, Outcome::CertificateMailedLately);
        letter::require_pause(cx, (Self::NAME, order.id.into()), lately)?;
        letter::require_mail(cx)?;
        for address in &addresses {
            post(cx, &order, issued, address)?;
        }
        cx.record(Self::NAME, order.id.into(), &order.title())?;
        Ok(Done::new(Outcome::CertificateMailed, addresses))
    }
}

fn refused(order: &CertificateOrder, outcome: Outcome) -> Refusal {
    Refusal::new(outcome).at(Field::CertificateId).value(order.certificate)
}

/// Those of its contacts, each once.
fn addresses(order: &CertificateOrder) -> Vec<Email> {
    let contacts = order.request.iter().flat_map(|request| &request.contacts);
    let mut addresses: Vec<Email> = Vec::new();
    for email in contacts.map(|contact| &contact.details.email) {
        if !addresses.contains(email) {
            addresses.push(email.clone());
        }
    }
    addresses
}

fn post(
    cx: &Writing<'_>,
    order: &CertificateOrder,
    issued: &IssuedCertificate,
    to: &Email,
) -> Result<(), Failure> {
    let text = format!(
        "The certificate for {} (order {}) was issued. It is good until {}.\n\n{}\nThe certificates of those who \
         stand behind it:\n\n{}",
        order.title(),
        order.id,
        issued.not_after,
        issued.pem,
        issued.chain,
    );
    Ok(letter::post(cx, to, format!("Certificate for {}", order.title()), text)?)
}
