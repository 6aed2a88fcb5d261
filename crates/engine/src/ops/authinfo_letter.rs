//! Letters with a new authInfo, to people outside the system.

use outcomes::{Field, Outcome};

use super::letter;
use crate::{
    Failure, Fault, Refusal, Writing,
    model::{AuthInfo, AuthInfoDigest, Email, ObjectId, Secret},
    policy::Zone,
};

/// An object whose authInfo is asked for.
pub(super) struct Asked<'a> {
    /// The operation that asks: the pause between two letters counts from the last one in the object's history.
    pub(super) action: outcomes::Operation,
    /// The object.
    pub(super) object: ObjectId,
    /// What it is, in words.
    pub(super) kind: &'static str,
    /// Its name.
    pub(super) name: &'a str,
}

/// Makes a new authInfo and leaves letters that tell it to these addresses. What is kept of it is the answer, for the
/// caller to put into the object; the one before is void. The caller records the action.
///
/// Checks, in this order: whether the zone allows it and there is an address; whether the last letter is old enough;
/// whether letters can be sent.
///
/// # Errors
/// `authinfo_not_mailable`, `authinfo_mailed_lately`, `mail_unavailable`.
pub(super) fn send(
    cx: &Writing<'_>,
    zone: &Zone,
    asked: &Asked<'_>,
    to: &[Email],
) -> Result<AuthInfoDigest, Failure> {
    if !zone.mails_authinfo || to.is_empty() {
        return Err(refused(Outcome::AuthinfoNotMailable, asked).into());
    }
    let lately = refused(Outcome::AuthinfoMailedLately, asked);
    letter::require_pause(cx, (asked.action, asked.object), lately)?;
    letter::require_mail(cx)?;
    let (authinfo, secret) = AuthInfo::generate(cx.entropy);
    for (index, address) in to.iter().enumerate() {
        if !to[..index].contains(address) {
            post(cx, asked, address, &secret)?;
        }
    }
    cx.reset_authinfo_guard(asked.object);
    Ok(cx.digest(&authinfo, asked.object))
}

fn post(cx: &Writing<'_>, asked: &Asked<'_>, to: &Email, secret: &Secret) -> Result<(), Fault> {
    let Asked { kind, name, .. } = asked;
    let text = format!(
        "New authorization information of {kind} {name} was asked for by {}:\n\n    {}\n\nWhoever shows it to a \
         registrar can have the {kind} transferred there. If you did not ask for it, tell nobody: nothing changes \
         without it.\n",
        cx.actor.account.clid,
        // This letter is the one place where it is told.
        secret.expose(),
    );
    letter::post(cx, to, format!("Authorization information of {kind} {name}"), text)
}

fn refused(outcome: Outcome, asked: &Asked<'_>) -> Refusal {
    Refusal::new(outcome).at(Field::Authinfo).value(asked.name)
}
