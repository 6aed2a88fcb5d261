//! What the engine answered, ready to be rendered.

use engine::{
    model::NoticeId,
    ops::{Availability, TransferAnswer, contact, domain, host},
    ports::store::Queue,
};
use wire::xml::Writer;

use crate::{
    namespaces::{CONTACT, DOMAIN, HOST},
    objects::{self, domain::HostsFilter},
    poll,
};

/// The answer of a command that was carried out.
pub(crate) enum Answer {
    /// Nothing beyond the result.
    Nothing,
    /// A login, with the failed attempts of the last day on the same login name.
    LoggedIn {
        failed_logins: u32,
    },
    /// A notice, if one waits.
    Poll(Option<Queue>),
    /// How many notices are left after one was acknowledged.
    Acknowledged {
        left: u64,
        id: NoticeId,
    },
    DomainChecked(Vec<Availability>),
    DomainFound(Box<domain::DomainView>, HostsFilter),
    DomainCreated(domain::Created),
    DomainRenewed(domain::Renewed),
    DomainRestored(Vec<domain::RgpState>),
    DomainTransfer(TransferAnswer),
    ContactChecked(Vec<Availability>),
    ContactFound(Box<contact::ContactView>),
    ContactCreated(contact::Created),
    ContactTransfer(TransferAnswer),
    HostChecked(Vec<Availability>),
    HostFound(Box<host::HostView>),
    HostCreated(host::Created),
}

impl Answer {
    /// The namespace of the object that its data describes; `None` if there is no data.
    pub(crate) fn object(&self) -> Option<&'static str> {
        match self {
            Self::Nothing
            | Self::LoggedIn { .. }
            | Self::Acknowledged { .. }
            | Self::DomainRestored(_)
            | Self::Poll(None) => None,
            Self::Poll(Some(queue)) => poll::object(&queue.head.event),
            Self::DomainChecked(_)
            | Self::DomainFound(..)
            | Self::DomainCreated(_)
            | Self::DomainRenewed(_)
            | Self::DomainTransfer(_) => Some(DOMAIN),
            Self::ContactChecked(_)
            | Self::ContactFound(_)
            | Self::ContactCreated(_)
            | Self::ContactTransfer(_) => Some(CONTACT),
            Self::HostChecked(_) | Self::HostFound(_) | Self::HostCreated(_) => Some(HOST),
        }
    }

    /// Writes the data: the one child of `resData`. Nothing if [`Answer::object`] is `None`.
    pub(crate) fn render(&self, xml: &mut Writer) {
        match self {
            Self::Nothing
            | Self::LoggedIn { .. }
            | Self::Acknowledged { .. }
            | Self::DomainRestored(_)
            | Self::Poll(None) => {}
            Self::Poll(Some(queue)) => poll::render_event(&queue.head.event, xml),
            Self::DomainChecked(answers) => objects::domain::check::render(answers, xml),
            Self::DomainFound(view, filter) => objects::domain::info::render(view, *filter, xml),
            Self::DomainCreated(created) => objects::domain::create::render(created, xml),
            Self::DomainRenewed(renewed) => objects::domain::renew::render(renewed, xml),
            Self::DomainTransfer(TransferAnswer { name, transfer }) => {
                objects::domain::transfer::render_trn_data(name, transfer, xml)
            }
            Self::ContactChecked(answers) => objects::contact::check::render(answers, xml),
            Self::ContactFound(view) => objects::contact::info::render(view, &view.contact.id.roid(), xml),
            Self::ContactCreated(created) => objects::contact::create::render(created, xml),
            Self::ContactTransfer(TransferAnswer { name, transfer }) => {
                objects::contact::transfer::render_trn_data(name, transfer, xml)
            }
            Self::HostChecked(answers) => objects::host::check::render(answers, xml),
            Self::HostFound(view) => objects::host::info::render(view, xml),
            Self::HostCreated(created) => objects::host::create::render(created, xml),
        }
    }
}
