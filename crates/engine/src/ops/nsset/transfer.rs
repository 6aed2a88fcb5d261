use outcomes::{Field, Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{AuthInfo, DomainName, Event, Nsset, NssetName, Status},
    ops::{TransferAnswer, access::require_free, notify::notify, transfers, zones},
};

/// Has a set of name servers change hands, at once: whoever shows the authInfo has it.
///
/// Changes: the set has a new sponsor, its authInfo is void; domains stay delegated to it. Bills nothing. Notifies: the
/// losing sponsor.
///
/// Checks, in this order: the zone and whether its sets change hands; whether the set exists, that it is another's, the
/// authInfo, the statuses.
#[derive(Clone, Debug)]
pub struct Transfer {
    /// The zone whose rules hold.
    pub zone: DomainName,
    /// The name.
    pub name: NssetName,
    /// The authInfo.
    pub proof: Option<AuthInfo>,
}

impl Operation for Transfer {
    type Answer = TransferAnswer;
    const NAME: Name = Name::NssetTransfer;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TransferCompleted,
        Outcome::ZoneUnknown,
        Outcome::NssetsUnsupported,
        Outcome::NssetTransferRefused,
        Outcome::NssetUnknown,
        Outcome::AlreadySponsor,
        Outcome::AuthinfoMissing,
        Outcome::AuthinfoWrong,
        Outcome::AuthinfoLocked,
        Outcome::StatusProhibits,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Transfer {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<TransferAnswer>, Failure> {
        let (zone, rules) = zones::with_nssets(cx.policies, &self.zone)?;
        if !rules.transfer {
            let refusal = Refusal::new(Outcome::NssetTransferRefused).at(Field::Zone);
            return Err(refusal.fact("zone", &zone.name).into());
        }
        let mut nsset = ownership::find(cx, &self.name)?;
        if nsset.sponsor == cx.actor.id() {
            return Err(Refusal::new(Outcome::AlreadySponsor).at(Field::NssetName).value(&self.name).into());
        }
        ownership::prove(cx, &nsset, self.proof.as_ref())?;
        require_free(&nsset.statuses, Status::BARS_TRANSFER, self.name.as_str())?;

        let transfer = transfers::at_once(cx, nsset.id.into(), nsset.sponsor);
        hand_over(cx, &mut nsset)?;
        cx.store.put_transfer(&transfer)?;
        cx.record(Self::NAME, nsset.id.into(), self.name.as_str())?;

        let (name, report) = (self.name.to_string(), transfers::report(cx, &transfer)?);
        notify(cx, transfer.losing, Event::NssetTransfer { name: name.clone(), transfer: report.clone() })?;
        Ok(Done::new(Outcome::TransferCompleted, TransferAnswer { name, transfer: report }))
    }
}

fn hand_over(cx: &Writing<'_>, nsset: &mut Nsset) -> Result<(), Failure> {
    nsset.sponsor = cx.actor.id();
    nsset.transferred_at = Some(cx.now);
    nsset.authinfo = None;
    nsset.touch(cx.actor.id(), cx.now);
    cx.store.update_nsset(nsset)?;
    cx.reset_authinfo_guard(nsset.id.into());
    Ok(())
}
