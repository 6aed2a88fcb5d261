//! `QueryCertificateList`, `QuerySSLCertList`: the account's certificates; with `wide=1` more of each.

use engine::model::CertificateOrder;
use engine::ops::certificate::List;

use super::shown;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::face::Face;
use crate::page::{Page, own_alone};
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    own_alone(&mut params);
    params.choice("ORDERBY", &[("CREATEDDATE", ())]);
    let is_wide = params.flag("WIDE").unwrap_or(false);
    let list = params.finish(Some(List { window: page.window() }))?;
    let done = call.query(list).await?;
    Ok(Reply::of(done, |found| {
        let columns = told(call.face, &found.rows, is_wide);
        page.scalars(columns, found.rows.len(), found.total)
    }))
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
