use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Glancing, Operation, Refusal, Refusals, Writing,
    model::{DomainName, WebForwarding, WebForwardingId, WebForwardingKind, WebTarget},
    ops::held_name::require_held,
    ports::store::Inserted,
};

/// Leads the visitors of a name to a URL. The name lies in a domain or DNS zone that the account holds.
///
/// Changes: the forwarding. Bills and notifies nothing.
///
/// Checks, in this order: whether the target lies at the source; whether the account holds the source; whether that is
/// forwarded already.
#[derive(Clone, Debug)]
pub struct Add {
    /// The name.
    pub source: DomainName,
    /// Where its visitors go.
    pub target: WebTarget,
    /// How they get there.
    pub kind: WebForwardingKind,
}

impl Operation for Add {
    type Answer = WebForwarding;
    const NAME: Name = Name::WebForwardingAdd;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::WebForwardingAdded,
        Outcome::ForwardingToItself,
        Outcome::HeldNameUnknown,
        Outcome::HeldNameForeign,
        Outcome::WebForwardingTaken,
    ];

    fn object(&self) -> &str {
        self.source.as_str()
    }
}

impl Command for Add {
    fn precheck(&self, _: &Glancing<'_>) -> Result<(), Refusals> {
        if self.target.is_at(&self.source) {
            let refusal = Refusal::new(Outcome::ForwardingToItself).at(Field::WebTarget);
            return Err(refusal.value(&self.source).into());
        }
        Ok(())
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<WebForwarding>, Failure> {
        let forwarding = WebForwarding {
            id: WebForwardingId(cx.object_id()),
            source: self.source.clone(),
            target: self.target.clone(),
            kind: self.kind,
            account: cx.actor.id(),
            held_name: require_held(cx, &self.source, Field::WebSource)?,
            added_at: cx.now,
        };
        if cx.store.insert_web_forwarding(&forwarding)? == Inserted::Taken {
            let refusal = Refusal::new(Outcome::WebForwardingTaken).at(Field::WebSource);
            return Err(refusal.value(&self.source).into());
        }
        cx.record(Self::NAME, forwarding.id.into(), self.source.as_str())?;
        Ok(Done::new(Outcome::WebForwardingAdded, forwarding))
    }
}
