use outcomes::{Field, Operation as Name, Outcome};

use super::{arrival, handover, ownership, people, people::Person, transfer_rules};
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    ledger::Order,
    model::{Arrival, Consent, Domain, DomainName, Period, Status, Transfer, TransferState},
    ops::{AuthInfoProof, TransferAnswer, notify::notify, payment, transfers},
    policy::{Priced, Zone},
};

/// Asks for a domain to change hands (RFC 5731 section 3.2.4, `op="request"`).
///
/// Changes: contacts are made for people of whom the actor has none that says the same; the transfer is pending, or done
/// at once where the zone's policy gives the losing sponsor no time and the authInfo was shown; what the domain is to
/// have from then on is kept until it is done; who agreed to the rules is kept. Bills: the transfer; while it is pending,
/// its price is only set aside. Notifies: the losing sponsor, and the payer when its credit runs low.
///
/// Checks, in this order: whether the domain exists, that it is another's, the authInfo if it needs one, a pending
/// transfer, the statuses, how long it has been where it is and of the same holder, and how long it will be registered,
/// the period; of what the domain is to have, what creating it would refuse; the credit.
#[derive(Clone, Debug)]
pub struct TransferRequest {
    /// The name.
    pub name: DomainName,
    /// For how long the transfer extends the registration; what the zone says unless said otherwise.
    pub period: Option<Period>,
    /// On what grounds it is asked for.
    pub authority: Authority,
    /// Who agreed to the registry's rules, if the protocol asks for that.
    pub consent: Option<Consent>,
    /// What the domain is to have from the transfer on; nothing else of it changes.
    pub arrival: Arrival,
    /// Contacts of it that are told whole, for protocols that have none as objects.
    pub people: Vec<Person>,
}

/// What lets an account ask for a domain of another one.
#[derive(Clone, Debug)]
pub enum Authority {
    /// The authInfo, without which the request is refused.
    AuthInfo(Option<AuthInfoProof>),
    /// Nothing, as in RRP, which knows no authInfo (RFC 2832 section 4.3.11): the losing sponsor has to agree, whatever
    /// the zone's policy says, and has at least [`DAYS_TO_ANSWER`] to do so.
    Sponsor,
}

/// How many days a losing sponsor has who alone can agree, where the zone gives none.
pub const DAYS_TO_ANSWER: u32 = 5;

impl Operation for TransferRequest {
    type Answer = TransferAnswer;
    const NAME: Name = Name::DomainTransferRequest;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::TransferRequested,
        Outcome::TransferCompleted,
        Outcome::DomainUnknown,
        Outcome::AlreadySponsor,
        Outcome::AuthinfoMissing,
        Outcome::AuthinfoWrong,
        Outcome::AuthinfoLocked,
        Outcome::TransferOrdered,
        Outcome::TransferPending,
        Outcome::StatusProhibits,
        Outcome::TransferTooSoon,
        Outcome::HolderChangedLately,
        Outcome::TransferTooLate,
        Outcome::TransferPeriodRefused,
        Outcome::ContactRoleMissing,
        Outcome::ContactRoleRefused,
        Outcome::DomainContactUnknown,
        Outcome::DomainContactUnfit,
        Outcome::HostFormRefused,
        Outcome::NameServersTooFew,
        Outcome::NameServersTooMany,
        Outcome::NamedTwice,
        Outcome::GlueMissing,
        Outcome::GlueRefused,
        Outcome::HostAddressesTooMany,
        Outcome::DomainHostUnknown,
        Outcome::HostNameIsZone,
        Outcome::SuperordinateUnknown,
        Outcome::SuperordinateForeign,
        Outcome::SuperordinateDeleted,
        Outcome::NssetsUnsupported,
        Outcome::NssetUnknown,
        Outcome::PriceMissing,
        Outcome::CreditLocked,
        Outcome::CreditInactive,
        Outcome::BillingDataMissing,
        Outcome::TaxSettingsWrong,
        Outcome::CreditInsufficient,
        Outcome::CreditLow,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for TransferRequest {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<TransferAnswer>, Failure> {
        let mut domain = ownership::find(cx, &self.name)?;
        let zone = ownership::zone_of(cx.policies, &domain)?.clone();
        self.authorise(cx, &domain)?;
        transfer_rules::check_state(cx, &domain, &zone)?;
        self.check_period(&zone)?;
        let arrived = Domain { sponsor: cx.actor.id(), ..domain.clone() };
        let mut arrival = self.arrival.clone();
        arrival.contacts.extend(people::contacts_of(cx, &self.people)?);
        arrival::check(cx, &zone, &arrived, &arrival)?;

        let days = self.days(&zone);
        let at_once = days == 0;
        let mut transfer = Transfer { arrival, ..self.transfer(cx, &domain, &zone, days) };
        let (payer, object) = (cx.actor.id(), domain.id.into());
        let order = Order { zone: &zone, name: &self.name, what: Priced::Transfer, years: transfer.years };
        let warning = if at_once {
            payment::charge(cx, payer, &order, object)?
        } else {
            payment::hold(cx, payer, &order, object)?
        };
        if at_once {
            handover::hand_over(cx, &zone, &mut domain, &mut transfer)?;
        } else {
            domain.statuses.set(Status::PendingTransfer, None);
            cx.store.update_domain(&domain)?;
            transfers::schedule(cx, &transfer)?;
        }
        cx.store.put_transfer(&transfer)?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        if let Some(consent) = &self.consent {
            cx.store.put_consent(cx.operation, domain.id, consent)?;
        }

        let report = transfers::report(cx, &transfer)?;
        notify(cx, transfer.losing, handover::event(&domain)(report.clone()))?;
        let outcome = if at_once { Outcome::TransferCompleted } else { Outcome::TransferRequested };
        Ok(Done::new(outcome, handover::answer(&domain, report)).warned(warning))
    }
}

impl TransferRequest {
    fn authorise(&self, cx: &Writing<'_>, domain: &Domain) -> Result<(), Failure> {
        transfer_rules::check_foreign(cx, domain)?;
        match &self.authority {
            Authority::AuthInfo(Some(proof)) => ownership::prove(cx, domain, proof),
            Authority::AuthInfo(None) => {
                Err(Refusal::new(Outcome::AuthinfoMissing).at(Field::Authinfo).value(&self.name).into())
            }
            Authority::Sponsor => Ok(()),
        }
    }

    fn needs_sponsor(&self) -> bool {
        matches!(self.authority, Authority::Sponsor)
    }

    /// How many days the losing sponsor has to answer.
    fn days(&self, zone: &Zone) -> u32 {
        match zone.transfer.days {
            0 if self.needs_sponsor() => DAYS_TO_ANSWER,
            days => days,
        }
    }

    fn check_period(&self, zone: &Zone) -> Result<(), Refusal> {
        let years = zone.transfer.years;
        match self.period {
            Some(period) if u32::from(period.years()) != years => {
                let refusal =
                    Refusal::new(Outcome::TransferPeriodRefused).at(Field::Period).value(period.years());
                Err(refusal.fact("zone", &zone.name).fact("years", years))
            }
            _ => Ok(()),
        }
    }

    fn transfer(&self, cx: &Writing<'_>, domain: &Domain, zone: &Zone, days: u32) -> Transfer {
        let mut transfer = Transfer {
            object: domain.id.into(),
            state: if days == 0 { TransferState::ServerApproved } else { TransferState::Pending },
            gaining: cx.actor.id(),
            requested_at: cx.now,
            losing: domain.sponsor,
            acts_at: cx.now.plus_days(days.into()),
            years: u8::try_from(zone.transfer.years).unwrap_or(u8::MAX),
            expires_at: None,
            asked: Some(cx.asked()),
            needs_sponsor: self.needs_sponsor(),
            arrival: Arrival::default(),
        };
        // As it will be if the server decides; whoever approves earlier may find another grace period open.
        transfer.expires_at = handover::end_after(domain, zone, &transfer, transfer.acts_at);
        transfer
    }
}
