use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{Clid, DeliveryTarget, Destination, Secret},
};

/// Says where an account's notices are delivered beside its queue, or that they are not. What is set replaces what
/// was: also the secret.
///
/// Notices from now on are delivered; those that wait in the queue already are not. What is on its way goes to the new
/// target.
///
/// Changes: the account's destination. Bills and notifies nothing. Checks whether the account exists.
#[derive(Clone, Debug)]
pub struct SetDelivery {
    /// Which account.
    pub clid: Clid,
    /// Where to; `None` for nowhere.
    pub target: Option<DeliveryTarget>,
    /// Keys the signature of what is posted to a URL. Kept encrypted.
    pub secret: Option<Secret>,
    /// The protocol whose form of notices is wanted; `None`: our own form.
    pub form: Option<String>,
}

impl Operation for SetDelivery {
    type Answer = ();
    const NAME: Name = Name::AccountDelivery;
    const OUTCOMES: &'static [Outcome] = &[Outcome::AccountUpdated, Outcome::AccountUnknown];

    fn object(&self) -> &str {
        self.clid.as_str()
    }
}

impl Command for SetDelivery {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let unknown = || Refusal::new(Outcome::AccountUnknown).at(Field::AccountId).value(&self.clid);
        let account = cx.store.account_by_clid(&self.clid)?.ok_or_else(unknown)?.id;
        let destination = match &self.target {
            Some(target) => {
                let secret = self.secret.as_ref().map(|secret| cx.seal(secret, account)).transpose()?;
                Some(Destination { target: target.clone(), secret, form: self.form.clone() })
            }
            None => None,
        };
        cx.store.put_destination(account, destination.as_ref())?;
        Ok(Done::new(Outcome::AccountUpdated, ()))
    }
}
