//! Parameters that several commands for mail hosting have.

use std::net::IpAddr;

use engine::model::{Email, Line, MailTerm, MailboxName, MailspaceName};
use engine::{Field, Outcome, Refusal};

use crate::params::Params;

/// The mailspace that a command is about.
pub(super) fn mailspace(params: &mut Params) -> Option<MailspaceName> {
    params.need("MAILSPACE", Field::Mailspace, MailspaceName::parse)
}

/// The mailbox that a command is about: some name it by itself, some as that of an address.
pub(super) fn mailbox(params: &mut Params, name: &'static str) -> Option<MailboxName> {
    params.need(name, Field::Mailbox, MailboxName::parse)
}

/// The e-mail address that a command is about.
pub(super) fn address(params: &mut Params) -> Option<Email> {
    params.need("EMAILADDRESS", Field::MailAddress, Email::parse)
}

/// For how many months a mailspace is paid: twelve unless another number is named.
pub(super) fn term(params: &mut Params) -> MailTerm {
    params.read("PERIOD", Field::Period, MailTerm::parse).unwrap_or(MailTerm::YEAR)
}

/// What an account calls a mailspace.
pub(super) fn title(text: &str) -> Result<Line, Refusal> {
    Line::parse(text, LONGEST_TITLE)
}

/// The address of its own of a mailspace.
pub(super) fn ip(text: &str) -> Result<IpAddr, Refusal> {
    text.parse().map_err(|_| Refusal::new(Outcome::AddressMalformed).value(text))
}

const LONGEST_TITLE: usize = 255;
