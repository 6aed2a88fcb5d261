use outcomes::{Field, Operation as Name, Outcome};

use super::{handover, ownership};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{Account, AccountState, Clid, DomainName, Realm, Status, Transfer, TransferState},
    ops::{TransferAnswer, access::require_free, notify::notify, transfers},
};

/// Moves a domain to another account of this system at once, as its sponsor wants.
///
/// Changes: the domain and the hosts inside it have a new sponsor, the authInfo is void, the expiry stays. Bills nothing.
/// Notifies: the receiver.
///
/// The sponsor's own bar on transfers does not stop it: that one is against the requests of others.
///
/// Checks, in this order: whether the domain exists, the sponsor, the receiver, the statuses.
#[derive(Clone, Debug)]
pub struct Push {
    /// The name.
    pub name: DomainName,
    /// Who shall have it.
    pub to: Receiver,
}

/// An account, as its protocol names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// By its identifier.
    Clid(Clid),
    /// By a login name.
    Login(Realm, String),
}

impl Receiver {
    fn text(&self) -> &str {
        match self {
            Self::Clid(clid) => clid.as_str(),
            Self::Login(_, login) => login,
        }
    }
}

impl Operation for Push {
    type Answer = TransferAnswer;
    const NAME: Name = Name::DomainPush;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainPushed,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::ReceiverUnknown,
        Outcome::AlreadySponsor,
        Outcome::StatusProhibits,
        Outcome::PendingTransferProhibits,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Push {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<TransferAnswer>, Failure> {
        let mut domain = ownership::find_own(cx, &self.name)?;
        let zone = ownership::zone_of(cx.policies, &domain)?;
        let receiver = self.receiver(cx)?;
        require_free(&domain.statuses, &[Status::ServerTransferProhibited], self.name.as_str())?;

        let transfer = Transfer {
            state: TransferState::ClientApproved,
            gaining: receiver.id,
            ..transfers::at_once(cx, domain.id.into(), domain.sponsor)
        };
        handover::give(cx, zone, &mut domain, receiver.id, None)?;
        cx.store.put_transfer(&transfer)?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        let report = transfers::report(cx, &transfer)?;
        notify(cx, receiver.id, handover::event(&domain)(report.clone()))?;
        Ok(Done::new(Outcome::DomainPushed, handover::answer(&domain, report)))
    }
}

impl Push {
    /// An account that is suspended takes nothing, and is not told from one that does not exist.
    fn receiver(&self, cx: &Writing<'_>) -> Result<Account, Failure> {
        let found = match &self.to {
            Receiver::Clid(clid) => cx.store.account_by_clid(clid)?,
            Receiver::Login(realm, login) => match cx.store.credential(*realm, login)? {
                Some(credential) => cx.store.account(credential.account)?,
                None => None,
            },
        };
        let active = found.filter(|account| account.state == AccountState::Active);
        let unknown = || Refusal::new(Outcome::ReceiverUnknown).at(Field::AccountId).value(self.to.text());
        let account = active.ok_or_else(unknown)?;
        if account.id == cx.actor.id() {
            return Err(Refusal::new(Outcome::AlreadySponsor).at(Field::DomainName).value(&self.name).into());
        }
        Ok(account)
    }
}
