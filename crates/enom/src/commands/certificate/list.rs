//! `CertGetCerts`: the account's certificates, the oldest first.

use engine::Field;
use engine::model::{CertificateOrder, Instant, Window};
use engine::ops::certificate::List;
use engine::ports::store::CertificateFilter;

use super::orders::{self, Orders};
use super::status;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::domain::number;
use crate::fields::Fields;
use crate::params::Params;
use crate::times::day;
use crate::words::truth;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let start = params.read("StartPosition", Field::ListPlace, number).unwrap_or(1).max(1);
    let limit = params.read("PagingPageSize", Field::ListLimit, number).unwrap_or(USUAL).clamp(1, MOST);
    let window = Window { first: u64::from(start) - 1, limit };
    let list = params.finish(Some(List { filter: CertificateFilter::default(), window }))?;
    let done = call.query(list).await?;
    let orders = orders::of(call, &done.answer.rows).await?;
    let now = call.desk.engine().now();
    let title = |order: &CertificateOrder| {
        let product = call.policies().certificates.products.get(&order.class);
        product.map_or_else(|| order.class.to_string(), |product| product.title.clone())
    };
    Ok(Reply::of(done, |page| {
        let rows = page.rows.iter().zip(1..);
        let certs = rows.fold(Fields::new(), |certs, (order, place)| {
            certs.row("Cert", place, cells(order, title(order), (now, &orders)))
        });
        let certs = certs
            .one("StartPosition", start.to_string())
            .one("PagingPageSize", limit.to_string())
            .one("Count", page.rows.len().to_string())
            .one("TotalRecords", page.total.to_string());
        let listed = Fields::new().group("CertGetCerts", Fields::new().group("Certs", certs));
        listed.one("TotalCertCount", page.total.to_string())
    }))
}

/// What is told of a certificate both in lists and by itself.
pub(super) fn cells(
    order: &CertificateOrder,
    title: String,
    (now, orders): (Instant, &Orders),
) -> Vec<(&'static str, String)> {
    let (number, text) = status::of(order.state);
    let is_expired = order.expires_at.is_some_and(|end| end <= now);
    vec![
        ("IsExpired", truth(is_expired).to_owned()),
        ("CertID", order.certificate.to_string()),
        ("OrderDate", day(order.created_at)),
        ("ConfigDate", order.request.as_ref().map(|_| day(order.since)).unwrap_or_default()),
        ("DomainName", order.common_name().map(ToString::to_string).unwrap_or_default()),
        ("ValidityPeriod", (u32::from(order.years) * 12).to_string()),
        ("RenewalIndicator", "False".to_owned()),
        ("ProdType", order.class.to_string()),
        ("ProdDesc", title),
        ("ExpirationDate", order.expires_at.map(day).unwrap_or_default()),
        ("ServerCount", "1".to_owned()),
        ("CertStatus", text.to_owned()),
        ("CertStatusID", number.to_string()),
        ("OrderID", orders.number(order)),
    ]
}

/// Certificates in a window, unless said otherwise, and at most.
const USUAL: u32 = 25;
const MOST: u32 = 250;
