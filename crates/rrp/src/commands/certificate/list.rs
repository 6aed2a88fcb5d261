//! `QueryCertificateList`, `QuerySSLCertList`: the account's certificates that fit; with `wide=1` more of each.

use std::ops::Range;

use engine::Field;
use engine::model::{CertificateOrder, CertificateState, Instant, Pattern};
use engine::ops::certificate::List;
use engine::ports::store::CertificateFilter;

use super::shown;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::face::Face;
use crate::page::{Page, newest_first, own_alone};
use crate::params::Params;
use crate::times::{self, moment};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    own_alone(&mut params);
    let is_wide = params.flag("WIDE").unwrap_or(false);
    let filter = filter(&mut params);
    let list = params.finish(Some(List { filter, window: page.window() }))?;
    let done = call.query(list).await?;
    Ok(Reply::of(done, |found| {
        let columns = told(call.face, &found.rows, is_wide);
        page.scalars(columns, found.rows.len(), found.total)
    }))
}

/// What is asked for, by the names of the columns: HEXONET has one word before some of them.
fn filter(params: &mut Params) -> CertificateFilter {
    let mut fits = |names: [&str; 2], field| {
        let read = names.map(|name| params.read(name, field, Pattern::parse));
        read.into_iter().flatten().next()
    };
    let number = fits(["SSLCERTID", "CERTIFICATE"], Field::CertificateId);
    let class = fits(["SSLCERTCLASS", "CLASS"], Field::CertificateClass);
    let common_name = fits(["SSLCERTCN", "CN"], Field::CertificateName);
    let states = fits(["STATUS", "SSLCERTSTATUS"], Field::Status).map(|word| called(&word));
    CertificateFilter {
        number,
        class,
        common_name,
        states,
        created: span(params, "CREATED"),
        changed: span(params, "UPDATED"),
        expires: span(params, "EXPIRATION"),
        newest_first: newest_first(params, ORDERS),
    }
}

/// The states whose word fits.
fn called(word: &Pattern) -> Vec<CertificateState> {
    CertificateState::ALL.into_iter().filter(|state| word.fits(shown::state(*state))).collect()
}

/// A span of time, if a beginning or an end of it is named.
fn span(params: &mut Params, what: &str) -> Option<Range<Instant>> {
    let from = params.read(&format!("MIN{what}DATE"), Field::FirstDay, times::from);
    let until = params.read(&format!("MAX{what}DATE"), Field::LastDay, times::until);
    let ever = Instant::from_millis(i64::MIN)..Instant::from_millis(i64::MAX);
    (from.is_some() || until.is_some()).then(|| from.unwrap_or(ever.start)..until.unwrap_or(ever.end))
}

fn told(face: Face, rows: &[CertificateOrder], is_wide: bool) -> Columns {
    // HEXONET has one word before the names of all columns.
    let (id, before) = match face {
        Face::Cnr | Face::Rrp => ("certificate", ""),
        Face::Hexonet => ("sslcertid", "sslcert"),
    };
    let columns = Columns::new().each(id, rows, |order| order.certificate.to_string());
    if !is_wide {
        return columns;
    }
    let name = |column: &str| format!("{before}{column}");
    columns
        .each(name("class"), rows, |order| order.class.to_string())
        .each(name("cn"), rows, |order| order.common_name().map(ToString::to_string).unwrap_or_default())
        .each(name("status"), rows, |order| shown::state(order.state).to_owned())
        .each(name("created date"), rows, |order| moment(order.created_at))
        .each(name("updated date"), rows, |order| moment(order.since))
        .each(name("expiration date"), rows, |order| order.expires_at.map(moment).unwrap_or_default())
}

/// Lists are sorted by age alone, with which the numbers of certificates grow.
const ORDERS: &[(&str, bool)] =
    &[("CREATEDDATE", false), ("CREATEDDATEDESC", true), ("SSLCERTID", false), ("SSLCERTIDDESC", true)];
