//! What a frame asks for.

use engine::ops::{contact, domain, host, poll};
use outcomes::Operation as Name;

use crate::{objects::domain::HostsFilter, poll::Poll};

/// A command, read and ready for the engine.
#[allow(clippy::enum_variant_names, reason = "the protocol itself calls two of its commands a request")]
pub(crate) enum Request {
    PollRequest(poll::Request),
    PollAcknowledge(poll::Acknowledge),
    DomainCheck(domain::Check),
    DomainInfo(domain::Info, HostsFilter),
    DomainCreate(Box<domain::Create>),
    DomainUpdate(Box<domain::Update>),
    DomainDelete(domain::Delete),
    DomainRenew(domain::Renew),
    DomainRestore(domain::Restore),
    DomainRestoreReport(Box<domain::RestoreReport>),
    DomainTransferRequest(domain::TransferRequest),
    DomainTransferQuery(domain::TransferQuery),
    DomainTransferApprove(domain::TransferApprove),
    DomainTransferReject(domain::TransferReject),
    DomainTransferCancel(domain::TransferCancel),
    ContactCheck(contact::Check),
    ContactInfo(contact::Info),
    ContactCreate(Box<contact::Create>),
    ContactUpdate(Box<contact::Update>),
    ContactDelete(contact::Delete),
    ContactTransferRequest(contact::TransferRequest),
    ContactTransferQuery(contact::TransferQuery),
    ContactTransferApprove(contact::TransferApprove),
    ContactTransferReject(contact::TransferReject),
    ContactTransferCancel(contact::TransferCancel),
    HostCheck(host::Check),
    HostInfo(host::Info),
    HostCreate(host::Create),
    HostUpdate(host::Update),
    HostDelete(host::Delete),
}

impl Request {
    /// The operation's name in the catalogue.
    pub(crate) const fn operation(&self) -> Name {
        match self {
            Self::PollRequest(_) => Name::PollRequest,
            Self::PollAcknowledge(_) => Name::PollAcknowledge,
            Self::DomainCheck(_) => Name::DomainCheck,
            Self::DomainInfo(..) => Name::DomainInfo,
            Self::DomainCreate(_) => Name::DomainCreate,
            Self::DomainUpdate(_) => Name::DomainUpdate,
            Self::DomainDelete(_) => Name::DomainDelete,
            Self::DomainRenew(_) => Name::DomainRenew,
            Self::DomainRestore(_) => Name::DomainRestore,
            Self::DomainRestoreReport(_) => Name::DomainRestoreReport,
            Self::DomainTransferRequest(_) => Name::DomainTransferRequest,
            Self::DomainTransferQuery(_) => Name::DomainTransferQuery,
            Self::DomainTransferApprove(_) => Name::DomainTransferApprove,
            Self::DomainTransferReject(_) => Name::DomainTransferReject,
            Self::DomainTransferCancel(_) => Name::DomainTransferCancel,
            Self::ContactCheck(_) => Name::ContactCheck,
            Self::ContactInfo(_) => Name::ContactInfo,
            Self::ContactCreate(_) => Name::ContactCreate,
            Self::ContactUpdate(_) => Name::ContactUpdate,
            Self::ContactDelete(_) => Name::ContactDelete,
            Self::ContactTransferRequest(_) => Name::ContactTransferRequest,
            Self::ContactTransferQuery(_) => Name::ContactTransferQuery,
            Self::ContactTransferApprove(_) => Name::ContactTransferApprove,
            Self::ContactTransferReject(_) => Name::ContactTransferReject,
            Self::ContactTransferCancel(_) => Name::ContactTransferCancel,
            Self::HostCheck(_) => Name::HostCheck,
            Self::HostInfo(_) => Name::HostInfo,
            Self::HostCreate(_) => Name::HostCreate,
            Self::HostUpdate(_) => Name::HostUpdate,
            Self::HostDelete(_) => Name::HostDelete,
        }
    }
}

impl From<Poll> for Request {
    fn from(poll: Poll) -> Self {
        match poll {
            Poll::Request(request) => Self::PollRequest(request),
            Poll::Acknowledge(acknowledge) => Self::PollAcknowledge(acknowledge),
        }
    }
}
