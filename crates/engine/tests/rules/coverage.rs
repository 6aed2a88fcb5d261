//! Every operation produces every outcome it declares, and every operation is here.

use std::{any::type_name, collections::BTreeSet};

use engine::{Operation, Outcome};

use crate::{
    account, contact, delivery, dns_row, dns_zone, domain, fixture::seen, host, ledger, life, nsset, poll,
    protection,
};

/// An operation as it is declared.
struct Declared {
    type_name: &'static str,
    name: outcomes::Operation,
    outcomes: &'static [Outcome],
}

fn of<O: Operation>() -> Declared {
    Declared { type_name: type_name::<O>(), name: O::NAME, outcomes: O::OUTCOMES }
}

#[test]
fn every_declared_outcome_is_produced() {
    for case in CASES.iter().copied().flatten() {
        case();
    }
    let seen = seen();
    let missing: BTreeSet<_> = declared()
        .iter()
        .flat_map(|operation| operation.outcomes.iter().map(|outcome| (operation.type_name, *outcome)))
        .filter(|declared| !seen.contains(declared))
        .collect();
    assert!(missing.is_empty(), "declared, but no case produces it: {missing:#?}");
}

#[test]
fn every_operation_of_the_engine_is_here() {
    let here: BTreeSet<_> = declared().iter().map(|operation| operation.name).collect();
    let absent: Vec<_> = outcomes::Operation::ALL
        .into_iter()
        .filter(|operation| !operation.name().starts_with("session_") && !operation.is_by_server())
        .filter(|operation| !here.contains(operation))
        .collect();
    assert!(absent.is_empty(), "{absent:?}");
}

#[test]
fn nothing_is_declared_twice() {
    for operation in declared() {
        let distinct: BTreeSet<_> = operation.outcomes.iter().collect();
        assert_eq!(distinct.len(), operation.outcomes.len(), "{}", operation.type_name);
    }
}

fn declared() -> Vec<Declared> {
    use engine::ops::{
        account, contact, dns_row, dns_zone, domain, due, host, ledger, nsset, poll, protection,
    };
    vec![
        of::<account::Announce>(),
        of::<account::Credit>(),
        of::<account::Deposit>(),
        of::<account::FindBilling>(),
        of::<account::FindDelivery>(),
        of::<account::FindLogin>(),
        of::<account::List>(),
        of::<account::Open>(),
        of::<account::PingLater>(),
        of::<account::SetBilling>(),
        of::<account::SetDelivery>(),
        of::<account::SetPassword>(),
        of::<account::SetTerms>(),
        of::<account::Statement>(),
        of::<account::Update>(),
        of::<contact::Check>(),
        of::<contact::Create>(),
        of::<contact::Delete>(),
        of::<contact::Info>(),
        of::<contact::Replace>(),
        of::<contact::SendAuthinfo>(),
        of::<contact::TransferApprove>(),
        of::<contact::TransferCancel>(),
        of::<contact::TransferQuery>(),
        of::<contact::TransferReject>(),
        of::<contact::TransferRequest>(),
        of::<contact::Update>(),
        of::<dns_row::Add>(),
        of::<dns_row::Delete>(),
        of::<dns_row::Find>(),
        of::<dns_row::List>(),
        of::<dns_row::Update>(),
        of::<dns_zone::Add>(),
        of::<dns_zone::AxfrEnd>(),
        of::<dns_zone::AxfrRun>(),
        of::<dns_zone::Commit>(),
        of::<dns_zone::Copy>(),
        of::<dns_zone::Delete>(),
        of::<dns_zone::Info>(),
        of::<dns_zone::List>(),
        of::<dns_zone::Lock>(),
        of::<dns_zone::SetSigning>(),
        of::<dns_zone::Switch>(),
        of::<dns_zone::Update>(),
        of::<domain::Available>(),
        of::<domain::Check>(),
        of::<domain::Create>(),
        of::<domain::Delegate>(),
        of::<domain::Delete>(),
        of::<domain::Dossier>(),
        of::<domain::Info>(),
        of::<domain::List>(),
        of::<domain::PeriodCheck>(),
        of::<domain::Renew>(),
        of::<domain::Restore>(),
        of::<domain::RestoreReport>(),
        of::<domain::Secure>(),
        of::<domain::SendAuthinfo>(),
        of::<domain::SetRenewalMode>(),
        of::<domain::Timeline>(),
        of::<domain::TransferApprove>(),
        of::<domain::TransferCancel>(),
        of::<domain::TransferCheck>(),
        of::<domain::TransferQuery>(),
        of::<domain::TransferReject>(),
        of::<domain::TransferRequest>(),
        of::<domain::Update>(),
        of::<due::Delivered>(),
        of::<due::Postpone>(),
        of::<due::Run>(),
        of::<host::Check>(),
        of::<host::Create>(),
        of::<host::Delete>(),
        of::<host::Info>(),
        of::<host::Update>(),
        of::<nsset::Check>(),
        of::<nsset::Create>(),
        of::<nsset::Delete>(),
        of::<nsset::Info>(),
        of::<nsset::SendAuthinfo>(),
        of::<nsset::Transfer>(),
        of::<nsset::Update>(),
        of::<ledger::ListOwed>(),
        of::<ledger::Repay>(),
        of::<poll::Acknowledge>(),
        of::<poll::Request>(),
        of::<protection::AnswerInvitation>(),
        of::<protection::Create>(),
        of::<protection::Delete>(),
        of::<protection::Info>(),
        of::<protection::Invite>(),
        of::<protection::List>(),
        of::<protection::ListTemplates>(),
        of::<protection::MarkTemplate>(),
        of::<protection::PurgeCache>(),
        of::<protection::Renew>(),
        of::<protection::ReplicateTemplate>(),
        of::<protection::Retry>(),
        of::<protection::SetPolicy>(),
        of::<protection::UpdateSubscription>(),
    ]
}

/// The cases of each file.
const CASES: &[&[fn()]] = &[
    account::announce::CASES,
    account::credit::CASES,
    account::billing::CASES,
    account::deposit::CASES,
    account::list::CASES,
    account::login::CASES,
    account::open::CASES,
    account::ping_later::CASES,
    account::set_password::CASES,
    account::set_terms::CASES,
    account::statement::CASES,
    account::update::CASES,
    contact::check::CASES,
    contact::create::CASES,
    contact::create_for_zone::CASES,
    contact::delete::CASES,
    contact::info::CASES,
    contact::replace::CASES,
    contact::send_authinfo::CASES,
    contact::transfer_approve::CASES,
    contact::transfer_cancel::CASES,
    contact::transfer_query::CASES,
    contact::transfer_reject::CASES,
    contact::transfer_request::CASES,
    contact::update::CASES,
    delivery::delivered::CASES,
    delivery::find_delivery::CASES,
    delivery::hand_out::CASES,
    delivery::letters::CASES,
    delivery::set_delivery::CASES,
    dns_row::add::CASES,
    dns_row::delete::CASES,
    dns_row::find::CASES,
    dns_row::list::CASES,
    dns_row::update::CASES,
    dns_zone::add::CASES,
    dns_zone::axfr_end::CASES,
    dns_zone::axfr_run::CASES,
    dns_zone::commit::CASES,
    dns_zone::copy::CASES,
    dns_zone::delete::CASES,
    dns_zone::due::CASES,
    dns_zone::info::CASES,
    dns_zone::list::CASES,
    dns_zone::lock::CASES,
    dns_zone::set_signing::CASES,
    dns_zone::switch::CASES,
    dns_zone::update::CASES,
    domain::arrival::CASES,
    domain::available::CASES,
    domain::check::CASES,
    domain::contact_fit::CASES,
    domain::create::CASES,
    domain::create_race::CASES,
    domain::create_refused::CASES,
    domain::delegate::CASES,
    domain::delete::CASES,
    domain::dossier::CASES,
    domain::info::CASES,
    domain::list::CASES,
    domain::period_check::CASES,
    domain::renew::CASES,
    domain::restore::CASES,
    domain::restore_report::CASES,
    domain::secure::CASES,
    domain::send_authinfo::CASES,
    domain::transfer_approve::CASES,
    domain::transfer_cancel::CASES,
    domain::transfer_check::CASES,
    domain::transfer_query::CASES,
    domain::transfer_reject::CASES,
    domain::transfer_request::CASES,
    domain::update::CASES,
    domain::update_dnssec::CASES,
    domain::update_links::CASES,
    host::check::CASES,
    host::create::CASES,
    host::delete::CASES,
    host::info::CASES,
    host::update::CASES,
    host::update_rename::CASES,
    ledger::hold::CASES,
    ledger::invoice::CASES,
    ledger::price::CASES,
    ledger::refund::CASES,
    ledger::vat::CASES,
    ledger::warning::CASES,
    life::auto_renew::CASES,
    life::crash::CASES,
    life::drop_name::CASES,
    life::expiry::CASES,
    life::policies::CASES,
    life::redemption::CASES,
    life::renewal_mode::CASES,
    life::runner::CASES,
    life::timeline::CASES,
    life::transfer::CASES,
    life::window::CASES,
    nsset::check::CASES,
    nsset::create::CASES,
    nsset::delegation::CASES,
    nsset::delete::CASES,
    nsset::info::CASES,
    nsset::send_authinfo::CASES,
    nsset::transfer::CASES,
    nsset::update::CASES,
    poll::acknowledge::CASES,
    poll::request::CASES,
    protection::access::CASES,
    protection::answer_invitation::CASES,
    protection::create::CASES,
    protection::delete::CASES,
    protection::due::CASES,
    protection::info::CASES,
    protection::invite::CASES,
    protection::purge_cache::CASES,
    protection::renew::CASES,
    protection::retry::CASES,
    protection::set_policy::CASES,
    protection::template::CASES,
    protection::update_subscription::CASES,
];
